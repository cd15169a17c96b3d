import tally

PASSED = '<testsuite name="a.ATest"><testcase classname="a.ATest" name="one"/></testsuite>'
FAILED = '<testsuite name="b.BTest"><testcase classname="b.BTest" name="two"><failure/></testcase></testsuite>'
SKIPPED = """<testsuite name="c.CTest"><testcase classname="c.CTest" name="three"><skipped message="no engine"/></testcase>
<testcase classname="c.CTest" name="four"><skipped message="no engine"/></testcase></testsuite>"""
SILENT = '<testsuite name="d.DTest" tests="0"/>'


def counted(tmp_path, capsys, *suites):
    reports = tmp_path / "room/target/surefire-reports"
    reports.mkdir(parents=True)
    for number, suite in enumerate(suites):
        (reports / f"TEST-{number}.xml").write_text(suite)
    return tally.main(tmp_path, tmp_path / "none"), capsys.readouterr().out.splitlines()


def test_a_failure_is_named_and_fails(tmp_path, capsys):
    assert counted(tmp_path, capsys, PASSED, FAILED) == (1, ["failed: b.BTest.two", "1 passed, 1 failed, 0 skipped"])


def test_what_was_skipped_says_why_once_for_a_class(tmp_path, capsys):
    assert counted(tmp_path, capsys, PASSED, SKIPPED) == (0, ["skipped: c.CTest (2 tests): no engine", "1 passed, 0 failed, 2 skipped"])


def test_a_class_without_a_test_was_skipped_as_a_whole(tmp_path, capsys):
    code, lines = counted(tmp_path, capsys, PASSED, SILENT)
    assert (code, lines[-1]) == (0, "1 passed, 0 failed, 1 skipped")
    assert lines[0].startswith("skipped: d.DTest.all: ")


def test_nothing_at_all_is_no_success(tmp_path, capsys):
    assert counted(tmp_path, capsys)[0] == 1
