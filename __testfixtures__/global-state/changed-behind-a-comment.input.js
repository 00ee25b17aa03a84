let made = 0;
function next() {
  return /* the next one */ made++;
}
chrome.tabs.onCreated.addListener(() => {
  console.log(next());
});
