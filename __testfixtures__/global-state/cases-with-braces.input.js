const queue = [];

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
    switch (message.type) {
        case 'push': {
            // Keep it.
            queue.push(String(message.item)); // as text
            sendResponse({ length: queue.length });
            break;
        }
        case 'pop': {
            const item = queue.shift();
            sendResponse(item === undefined ? null : item);
            break;
        }
        case 'ping':
            sendResponse('pong');
            break;
    }
});
