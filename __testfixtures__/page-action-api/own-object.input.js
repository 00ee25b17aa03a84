const api = { pageAction: { show(id) { return id; } } };
api.pageAction.show(1);
(function (chrome) { chrome.pageAction.show(1); })(api);
