const queue = [];
const stateRestored = chrome.storage.session.get({ queue }).then((saved) => {
    queue.push(...saved.queue);
}).catch(console.error);

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
    switch (message.type) {
        case 'push': {
            stateRestored.then(() => {
                // Keep it.
                queue.push(String(message.item)); // as text
                chrome.storage.session.set({ queue });
                sendResponse({ length: queue.length });
            });
            return true;
        }
        case 'pop': {
            stateRestored.then(() => {
                const item = queue.shift();
                chrome.storage.session.set({ queue });
                sendResponse(item === undefined ? null : item);
            });
            return true;
        }
        case 'ping':
            sendResponse('pong');
            break;
    }
});
