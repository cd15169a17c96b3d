// One look at the list: scroll, let the page paint, read. All in one call, because each call to the browser costs
// more than everything in here.
async ({ top, pause }) => {
  const scroller = document.querySelector('div.joblist-container div div');
  if (!scroller) return null;
  if (pause) await new Promise(done => setTimeout(done, pause));
  scroller.scrollTop = top;
  // The list repaints in the frame after the scroll event: after the second frame it shows what belongs here.
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));

  const text = (from, selector) => from.querySelector(selector)?.textContent ?? null;
  const cards = [];
  let strangers = 0, closed = false, lastTop = 0;
  const origin = scroller.getBoundingClientRect().top - scroller.scrollTop;
  for (const item of scroller.querySelectorAll('li')) {
    lastTop = Math.max(lastTop, item.getBoundingClientRect().top - origin);
    const link = item.querySelector('a[href^="/jobs/"]');
    const title = text(item, 'div.jobteaser-name-header');
    if (link) {
      cards.push({
        href: link.getAttribute('href'),
        title,
        company: text(item, "span[aria-label='hiring organization']") ?? text(item, 'span.mr-3'),
        place: item.querySelectorAll('div.d-inline-flex.align-items-center')[1]?.textContent ?? null,
        level: text(item, "[aria-label='experience level']"),
        technologies: [...item.querySelectorAll('.technology-badge')].map(badge => badge.textContent),
        posted: item.querySelector('time[datetime]')?.getAttribute('datetime') ?? null,
        salary: text(item, "[aria-label$='salary range']"),
      });
    } else if (/^\s*Haven.t found your dream/.test(title ?? '')) {
      closed = true;
    } else {
      strangers++;
    }
  }
  const stated = [...document.querySelectorAll('[data-test="jobs-count"], h1')]
    .map(heading => heading.textContent.match(/(\d[\d.,'’\s]*)\D*\bjobs?\b/i)?.[1]).find(Boolean) ?? null;
  return {
    cards, strangers, closed, stated, lastTop,
    top: scroller.scrollTop, view: scroller.clientHeight, height: scroller.scrollHeight,
  };
}
