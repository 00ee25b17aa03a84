const answers = {};
answers.none = () => {};

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  answers.next = function () {
    sendResponse(message.id);
  };
  return true;
});

chrome.alarms.onAlarm.addListener(() => (answers.next ?? answers.none)());
