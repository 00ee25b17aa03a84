var signal = 'green';
var headers = { 'X-Client': 'extension' };
chrome.runtime.onMessage.addListener(() => console.log(signal));
