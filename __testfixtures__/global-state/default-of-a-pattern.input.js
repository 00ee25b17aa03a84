class Filter {
  matches() {
    return true;
  }
}
let filter = 0;
chrome.runtime.onMessage.addListener((message) => {
  const { chosen = new Filter() } = message;
  filter = chosen;
});
chrome.tabs.onActivated.addListener(() => console.log(filter.matches?.()));
