function setLimit(words) {
    limit = words;
}

function isTooLong(words) {
    return words > limit;
}

function getRecord() {
    return { longest: longest, limit: limit };
}

chrome.runtime.onMessage.addListener(function(message, sender, sendResponse) {
    if (message == 'longest') {
        sendResponse(longest);
    }
});
