/**
 * Runs in the page: what keeps people from reading or operating it. Names of controls and links, order of headings, unique ids, headers of
 * tables, contrast (WCAG 2.2 success criterion 1.4.3), size of targets, and nothing wider than the window.
 */
export function accessibilityProblems(): string[] {
  const problems: string[] = [];
  const isShown = (element: Element) => element.checkVisibility();
  const nameOf = (element: Element) => element.getAttribute("aria-label") ?? element.textContent?.trim() ?? "";

  if (document.documentElement.lang === "") problems.push("the page has no language");
  if (document.title === "") problems.push("the page has no title");
  if (document.querySelectorAll("h1").length !== 1) problems.push("there is not exactly one h1");
  if (document.querySelectorAll("main").length !== 1) problems.push("there is not exactly one main");

  for (const control of document.querySelectorAll<HTMLElement>("a, button, summary")) {
    if (isShown(control) && nameOf(control) === "") problems.push(`without a name: ${control.outerHTML}`);
  }
  for (const input of document.querySelectorAll("input"))
    if (input.labels?.length !== 1) problems.push(`without a label: ${input.outerHTML}`);

  let level = 0;
  for (const heading of document.querySelectorAll("h1, h2, h3, h4")) {
    const next = Number(heading.tagName.slice(1));
    if (next > level + 1) problems.push(`a heading is left out before ${heading.textContent}`);
    level = next;
  }

  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) problems.push(`twice the id ${id}`);

  for (const table of document.querySelectorAll("table")) {
    if (table.caption === null && !table.hasAttribute("aria-labelledby")) problems.push("a table without a caption");
    if (table.querySelector("th[scope=col]") === null) problems.push("a table without headers");
  }

  if (document.documentElement.scrollWidth > innerWidth)
    problems.push(`wider than the window: ${document.documentElement.scrollWidth}`);

  const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const groundOf = (element: Element | null): string => {
    if (element === null) return "rgb(255, 255, 255)";
    const { backgroundColor } = getComputedStyle(element);
    return channels(backgroundColor)[3] === 0 ? groundOf(element.parentElement) : backgroundColor;
  };
  for (const element of document.querySelectorAll("body *")) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== "");
    if (!hasText || !isShown(element) || ["SCRIPT", "STYLE"].includes(element.tagName)) continue;
    const [light = 0, dark = 0] = [getComputedStyle(element).color, groundOf(element)]
      .map(luminance)
      .sort((a, b) => b - a);
    const contrast = (light + 0.05) / (dark + 0.05);
    if (contrast < 4.5) problems.push(`contrast ${contrast.toFixed(1)}: ${element.outerHTML.slice(0, 100)}`);
  }
  return problems;
}
