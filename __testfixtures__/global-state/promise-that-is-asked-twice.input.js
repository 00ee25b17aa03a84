let first = [];
let second = [];

chrome.tabs.onCreated.addListener(() => {
  const asking = chrome.tabs.query({});
  asking.then((tabs) => {
    first = tabs;
  });
  asking.then((tabs) => {
    second = tabs;
  });
});
chrome.tabs.onRemoved.addListener(() => {
  first.push({ id: 1 });
  console.log(second.length);
});
