/* The page is complete without this script; it only adds sorting, copying and opening everything for print. */
(() => {
  document.documentElement.classList.add('js');

  /* On an old browser, or where the clipboard is closed, the text is selected for the reader to copy. */
  const select = button => {
    const code = button.parentElement.querySelector('code');
    if (code) getSelection().selectAllChildren(code);
    return 'selected';
  };
  const copy = async button => {
    let said;
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      said = 'copied';
    } catch {
      said = select(button);
    }
    button.textContent = said;
    setTimeout(() => { button.textContent = 'copy'; }, 1500);
  };
  document.querySelectorAll('button.copy').forEach(button => button.addEventListener('click', () => copy(button)));

  const value = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.v ?? cell.textContent;
  };
  const compare = (a, b) => {
    const difference = Number(a) - Number(b);
    return Number.isNaN(difference) ? a.localeCompare(b) : difference;
  };
  const sort = (table, heading) => {
    const column = heading.cellIndex;
    const upwards = heading.getAttribute('aria-sort') !== 'ascending';
    const body = table.tBodies[0];
    const rows = [...body.rows].sort((a, b) => compare(value(a, column), value(b, column)));
    body.append(...(upwards ? rows : rows.reverse()));
    for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
    heading.setAttribute('aria-sort', upwards ? 'ascending' : 'descending');
  };
  document.querySelectorAll('table.sortable').forEach(table => {
    for (const heading of table.tHead.rows[0].cells) {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...heading.childNodes);
      button.addEventListener('click', () => sort(table, heading));
      heading.append(button);
    }
  });

  /* A link into something closed opens it. */
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
    if (target) target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();

  addEventListener('beforeprint', () => document.querySelectorAll('details').forEach(details => { details.open = true; }));
})();
