var Watch = {};

// A number that stands for a text; pages are too long to keep.
Watch.sum = function (text) {
    var sum = 0;
    for (var i = 0; i < text.length; i++) {
        sum = (sum * 31 + text.charCodeAt(i)) | 0;
    }
    return sum;
};

// Fetches a page and calls back with its sum, or with null if it is out of reach.
Watch.read = function (url, callback) {
    fetch(url, { cache: 'no-store', credentials: 'include' })
        .then(function (response) {
            return response.text();
        })
        .then(function (text) {
            callback(Watch.sum(text));
        }, function () {
            callback(null);
        });
};

// The title of a page that is being added by its address.
Watch.title = function (url, callback) {
    var request = new XMLHttpRequest();
    request.open('GET', url, true);
    request.responseType = 'document';
    request.onload = function () {
        callback(request.responseXML ? request.responseXML.title : url);
    };
    request.onerror = function () {
        callback(url);
    };
    request.send();
};
