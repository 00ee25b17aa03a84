var page = chrome.extension.getBackgroundPage();
var result = document.getElementById('result');

document.getElementById('count').onclick = function() {
    var text = document.getElementById('text').value;
    var words = page.countWords(text);
    if (page.isTooLong(words)) {
        result.textContent = words + ' words: too long';
    } else {
        result.textContent = words + ' words';
    }
};
