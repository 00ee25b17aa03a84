const socket = new WebSocket('wss://example.com/updates');
socket.onmessage = ({ data }) => browser.browserAction.setBadgeText({ text: data });
const source = new EventSource('https://example.com/events');
source.onmessage = ({ data }) => browser.browserAction.setBadgeText({ text: data });
