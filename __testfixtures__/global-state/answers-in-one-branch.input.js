let on = false;
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (on) {
    sendResponse('on');
  } else {
    console.log('off');
  }
});
chrome.action.onClicked.addListener(() => { on = !on; });
