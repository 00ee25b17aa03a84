function poll() {
  console.log('polled');
}
poll.DELAY = 200;
chrome.tabs.onCreated.addListener(() => setTimeout(poll, poll.DELAY));
