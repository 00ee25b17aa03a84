const socket = new WebSocket('wss://example.com/updates');
socket.onmessage = ({ data }) => { document.title = data; };
