document.getElementById('limit').onchange = function(event) {
    chrome.extension.getBackgroundPage().setLimit(event.target.checked ? 2 : 100);
};

window.onload = function() {
    var record = chrome.extension.getBackgroundPage().getRecord();
    document.getElementById('record').textContent = record.longest + ' of ' + record.limit;
};
