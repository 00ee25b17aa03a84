var result = document.getElementById('result');

document.getElementById('count').onclick = async function() {
    var text = document.getElementById('text').value;
    var words = await chrome.runtime.sendMessage({
        type: 'background/countWords',
        args: { text: text }
    });
    if (await chrome.runtime.sendMessage({
        type: 'background/isTooLong',
        args: { words: words }
    })) {
        result.textContent = words + ' words: too long';
    } else {
        result.textContent = words + ' words';
    }
};
