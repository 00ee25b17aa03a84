window.addEventListener('load', {
  handleEvent() {
    chrome.tabs.onMoved.addListener((id) => console.log(id));
  },
});

class Panel {
  attach() {
    chrome.tabs.onAttached.addListener((id) => console.log(id));
  }
}
