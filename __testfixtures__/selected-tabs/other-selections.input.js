for (const option of document.querySelector("select").options) option.selected = true;
const list = { selected: [], items: [{ selected: true }] };
chrome.windows.create({ url: "a.html", selected: true });
chrome.runtime.sendMessage({ selected: list.items.filter((item) => item.selected) });
chrome.tabs.query({}, (tabs) => {
  tabs.forEach((tab) => { tab.selected = false; });
  for (const item of list.items) console.log(item.selected);
});
