chrome.extension.onRequest.addListener(function (request, sender, sendResponse) {
    switch (request.type) {
        case 'now':
            sendResponse(1);
            break;
        case 'later':
            setTimeout(sendResponse, 100, 2);
            break;
        case 'returned':
            return load(sendResponse);
        case 'left':
            load(sendResponse);
            return;
        case 'never':
            console.log(request);
            break;
        default:
            if (request.wait) load(value => sendResponse(value));
            else sendResponse();
    }
});

function load(done) {
    chrome.storage.local.get(done);
}
