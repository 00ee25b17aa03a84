const socket = new WebSocket('wss://example.com/updates');
socket.onmessage = ({ data }) => chrome.browserAction.setBadgeText({ text: data });
