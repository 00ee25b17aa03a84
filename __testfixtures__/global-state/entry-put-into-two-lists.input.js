let recent = [];
let open = [];
chrome.tabs.onCreated.addListener((tab) => {
  remember(tab);
  keep(tab);
});
function remember(one) {
  recent.push(one);
}
function keep(one) {
  open.push(one);
}
chrome.tabs.onActivated.addListener(() => {
  if (open.length > 0) open[0].seen = true;
  console.log(recent, open);
});
