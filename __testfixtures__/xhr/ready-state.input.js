var API = 'https://example.com/api/';

function get(path, callback) {
    var xhr = new XMLHttpRequest();
    xhr.onreadystatechange = function() {
        if (xhr.readyState == 4) {
            if (xhr.status == 200) {
                callback(JSON.parse(xhr.responseText));
            }
        }
    };
    xhr.open("GET", API + path, true);
    xhr.send();
}

function ask(path, callback) {
    var xhr = new XMLHttpRequest();
    xhr.onreadystatechange = function() {
        if (this.readyState !== XMLHttpRequest.DONE) return;
        var text = this.responseText;

        if (this.status === 200) {
            callback(null, text);
        } else {
            callback(this.status + ' ' + this.statusText);
        }
    };
    xhr.open("GET", API + path, true);
    xhr.send();
}

function check(path, callback) {
    var xhr = new XMLHttpRequest();
    xhr.onreadystatechange = function() {
        if (xhr.readyState === xhr.DONE && xhr.status >= 200 && xhr.status < 300) callback(xhr.getResponseHeader("ETag"), xhr.responseURL);
    };
    xhr.open("HEAD", API + path, true);
    xhr.send();
}

function whole(path, callback) {
    var xhr = new XMLHttpRequest();
    xhr.onreadystatechange = function() {
        if (4 === xhr.readyState)
            return callback(xhr.response);
    };
    xhr.open("GET", API + path, true);
    return xhr.send();
}

function state(path, callback) {
    var xhr = new XMLHttpRequest();
    xhr.onloadend = function() { callback(xhr.status, xhr.readyState); };
    xhr.open("GET", API + path, true);
    xhr.send();
}

chrome.runtime.onMessage.addListener(function(message) {
    get(message.path, console.log);
    ask(message.path, console.log);
    check(message.path, console.log);
    whole(message.path, console.log);
    state(message.path, console.log);
});
