var API = 'https://example.com/api/';

function get(path, callback) {
    fetch(API + path).then(async (response) => {
        const text = await response.text();
        if (response.status == 200) {
            callback(JSON.parse(text));
        }
    });
}

function ask(path, callback) {
    fetch(API + path)
        .then(async (response) => ({ response, body: await response.text() }))
        .catch(() => ({ response: Response.error(), body: "" }))
        .then(({ response, body }) => {
            var text = body;

            if (response.status === 200) {
                callback(null, text);
            } else {
                callback(response.status + ' ' + response.statusText);
            }
        });
}

function check(path, callback) {
    fetch(API + path, { method: "HEAD" }).then(async (response) => {
        await response.text();
        if (response.status >= 200 && response.status < 300) callback(response.headers.get("ETag"), response.url);
    });
}

function whole(path, callback) {
    fetch(API + path)
        .then((response) => response.text())
        .catch(() => "")
        .then((text) => {
            return callback(text);
        });
}

function state(path, callback) {
    fetch(API + path)
        .then(async (response) => {
            await response.text();
            return response;
        })
        .catch(() => Response.error())
        .then((response) => {
            callback(response.status, 4);
        });
}

chrome.runtime.onMessage.addListener(function(message) {
    get(message.path, console.log);
    ask(message.path, console.log);
    check(message.path, console.log);
    whole(message.path, console.log);
    state(message.path, console.log);
});
