/** What pages do where scripts run: filter the index while typing, and copy commands. Without it the search is a form. */
export const script = `
const input = document.querySelector("input[type=search]");
if (input) {
  const rows = [...document.querySelectorAll("tr[data-words]")];
  const count = document.querySelector("#count");
  const filter = () => {
    const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
    for (const row of rows) row.hidden = !words.every((word) => row.dataset.words.includes(word));
    for (const section of document.querySelectorAll("section.group")) {
      section.hidden = !section.querySelector("tr[data-words]:not([hidden])");
      document.querySelector(".groups a[href='#" + section.querySelector("h3").id + "']").hidden = section.hidden;
    }
    count.textContent = rows.filter((row) => !row.hidden).length + " of " + rows.length;
  };
  input.addEventListener("input", filter);
  input.form.addEventListener("submit", (event) => event.preventDefault());
}
for (const command of document.querySelectorAll(".command")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  button.setAttribute("aria-label", "Copy: " + command.dataset.what);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(command.querySelector("code").textContent);
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  });
  command.append(button);
}
`;
