chrome.runtime.onMessage.addListener(function (request, sender, sendResponse) {
    switch (request.type) {
        case 'now':
            sendResponse(1);
            break;
        case 'later':
            setTimeout(sendResponse, 100, 2);
            return true;
        case 'returned':
            load(sendResponse);
            return true;
        case 'left':
            load(sendResponse);
            return true;
        case 'never':
            console.log(request);
            break;
        default:
            if (request.wait) { load(value => sendResponse(value)); return true; }
            else sendResponse();
    }
});

function load(done) {
    chrome.storage.local.get(done);
}
