const { language, userAgent: agent, onLine } = navigator;

chrome.runtime.onMessage.addListener(() => {
  console.log(language, agent, onLine);
});
