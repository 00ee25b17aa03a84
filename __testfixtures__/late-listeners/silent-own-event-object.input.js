const api = {
  tabs: {
    onCreated: { addListener: (listener) => chrome.tabs.onCreated.addListener(listener) },
    onMessage: { addListener: (listener) => chrome.runtime.onMessage.addListener((message, sender) => listener(message, sender)) },
  },
};
export default api;
