// The list as the real boards build it: fetched in chunks, and virtual. A fixed pool of <li> is moved and painted anew
// while one scrolls, so that a reader who scrolls before the next frame reads cards that are about to become others.
(() => {
  const ROW = 288, POOL = 30, AHEAD = 20, CHUNK = 50, RETRY_MS = 250;
  const category = location.pathname.split('/').at(-2);

  const element = (tag, attributes = {}, ...children) => {
    const e = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) e.setAttribute(name, value);
    e.append(...children);
    return e;
  };

  const heading = element('h1', { 'data-test': 'jobs-count' });
  const list = element('ul');
  const scroller = element('div', { class: 'scroller' }, list);
  const container = element('div', { class: 'joblist-container' }, element('div', {}, scroller));

  const jobs = [];
  const pool = [];
  let total = null, loading = false, painting = false;

  const row = (...children) => element('div', { class: 'd-inline-flex align-items-center mr-3' }, ...children);

  const card = job => {
    const body = element('div', { 'data-test': 'card-body' },
      element('a', { href: '/jobs/' + encodeURIComponent(job.slug) }, element('div', { class: 'jobteaser-name-header' }, job.title)));
    const company = row();
    if (job.company) company.append(element('span', { class: 'mr-3', 'aria-label': 'hiring organization' }, job.company));
    const place = row(job.place ?? '');
    body.append(element('div', {}, company, place));
    if (job.salary) body.append(element('div', { 'aria-label': job.salary.period + ' salary range' }, job.salary.text));
    if (job.level) body.append(element('span', { 'aria-label': 'experience level' }, job.level));
    if (job.posted) body.append(element('time', { datetime: job.posted }, job.posted.slice(0, 10)));
    body.append(element('div', {}, ...job.technologies.map(t => element('span', { class: 'technology-badge' }, t))));
    return element('div', { class: 'card', 'data-test': 'card' }, body);
  };

  const sentinel = () => element('div', { class: 'card' },
    element('div', { class: 'jobteaser-name-header' }, `Haven't found your dream ${category} job yet?`),
    element('p', {}, 'Leave your address and hear of new ones.'));

  const rows = () => jobs.length + (jobs.length >= total ? 1 : 0);

  const paint = () => {
    painting = false;
    list.style.height = rows() * ROW + 'px';
    const last = rows(), first = Math.max(0, Math.min(Math.floor(scroller.scrollTop / ROW) - 7, last - POOL));
    for (let i = 0; i < POOL; i++) {
      const index = first + i;
      if (index >= last) { pool[i]?.remove(); continue; }
      const li = pool[i] ??= element('li');
      if (li.dataset.index !== String(index) || !li.isConnected) {
        li.dataset.index = index;
        li.style.top = index * ROW + 'px';
        li.replaceChildren(index < jobs.length ? card(jobs[index]) : sentinel());
      }
      if (!li.isConnected) list.append(li);
    }
    if (first + POOL + AHEAD > jobs.length) load();
  };

  const schedule = () => {
    if (!painting) { painting = true; requestAnimationFrame(paint); }
  };

  const load = async () => {
    if (loading || (total !== null && jobs.length >= total)) return;
    loading = true;
    try {
      const answer = await fetch(`/devitjobs/api/jobs?category=${category}&from=${jobs.length}&count=${CHUNK}`);
      if (!answer.ok) throw new Error(answer.status);
      const chunk = await answer.json();
      total = chunk.total;
      heading.textContent = `${total.toLocaleString('en-GB')} ${category} jobs`;
      jobs.push(...chunk.jobs);
      loading = false;
      if (chunk.jobs.length || jobs.length >= total) schedule();
    } catch {
      setTimeout(() => { loading = false; load(); }, RETRY_MS);
    }
  };

  scroller.addEventListener('scroll', schedule);
  document.getElementById('app').append(element('header', {}, heading), container);
  load();
})();
