function setLimit(words) {
    limit = words;
    chrome.storage.session.set({ limit: limit });
}

function isTooLong(words) {
    return words > limit;
}

function getRecord() {
    return { longest: longest, limit: limit };
}

chrome.runtime.onMessage.addListener(function(message, sender, sendResponse) {
    if (message == 'longest') {
        stateRestored.then(function() {
            sendResponse(longest);
        });
        return true;
    }
});

// What pages of the extension have the background do.
chrome.runtime.onMessage.addListener(function(message, sender, sendResponse) {
    switch (message?.type) {
        case 'background/setLimit':
            stateRestored.then(function() {
                setLimit(message.args.words);
            });
            break;
        case 'background/getRecord':
            stateRestored.then(function() {
                sendResponse(getRecord());
            });
            return true;
        case 'background/countWords':
            stateRestored.then(function() {
                sendResponse(countWords(message.args.text));
            });
            return true;
        case 'background/isTooLong':
            stateRestored.then(function() {
                sendResponse(isTooLong(message.args.words));
            });
            return true;
    }
});
