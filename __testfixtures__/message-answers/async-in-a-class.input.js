class Answers {
  constructor() {
    chrome.runtime.onMessage.addListener(this.answer);
  }

  async answer(message, sender, sendResponse) {
    sendResponse(await chrome.storage.local.get(message.key));
  }
}

new Answers();
