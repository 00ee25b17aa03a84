// The watched pages, kept in storage: [{ url, title, sum, changed }].
var Store = {
    all: function (callback) {
        chrome.storage.local.get({ pages: [] }, function (items) {
            callback(items.pages);
        });
    },

    save: function (pages, callback) {
        chrome.storage.local.set({ pages: pages }, callback || function () {});
    },

    // Changes every page that a test accepts, and calls back with all of them.
    change: function (test, change, callback) {
        Store.all(function (pages) {
            pages.filter(test).forEach(change);
            Store.save(pages, function () {
                callback(pages);
            });
        });
    }
};
