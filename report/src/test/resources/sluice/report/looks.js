// Every text that is shown and is smaller than 12 px, or does not stand out from what is behind it by 4.5 to 1.
() => {
  const numbers = colour => colour.match(/[\d.]+/g).map(Number);
  const channel = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const contrast = (a, b) => {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (light + 0.05) / (dark + 0.05);
  };
  const behind = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = numbers(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const bad = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent.trim();
    if (!text || !element.checkVisibility() || element.closest('script, style, title, desc')) continue;
    const style = getComputedStyle(element);
    const colour = numbers(element.closest('text') ? style.fill : style.color);
    const ratio = contrast(colour, behind(element));
    const size = parseFloat(style.fontSize);
    if (size < 12) bad.push(`${size} px: ${text.slice(0, 40)}`);
    if (ratio < 4.5) bad.push(`${ratio.toFixed(2)} to 1: ${text.slice(0, 40)}`);
  }
  return [...new Set(bad)];
}
