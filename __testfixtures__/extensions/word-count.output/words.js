var longest = 0;
var limit = 100;
var stateRestored = chrome.storage.session.get({ longest: longest, limit: limit }).then(function(saved) {
    longest = saved.longest;
    limit = saved.limit;
}).catch(console.error);

function countWords(text) {
    var words = text.split(' ').length;
    if (words > longest) {
        longest = words;
        chrome.storage.session.set({ longest: longest });
    }
    return words;
}
