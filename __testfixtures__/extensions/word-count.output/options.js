document.getElementById('limit').onchange = function(event) {
    chrome.runtime.sendMessage({
        type: 'background/setLimit',
        args: { words: event.target.checked ? 2 : 100 }
    });
};

window.onload = async function() {
    var record = await chrome.runtime.sendMessage({ type: 'background/getRecord' });
    document.getElementById('record').textContent = record.longest + ' of ' + record.limit;
};
