const delays = { close: 100 };

chrome.tabs.onCreated.addListener(() => setTimeout(() => console.log('closed'), delays.close));

export default delays;
