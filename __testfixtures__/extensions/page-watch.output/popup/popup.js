var background = chrome.extension.getBackgroundPage();

Store.all(function (pages) {
    var list = document.getElementById('pages');
    pages.forEach(function (page) {
        var item = document.createElement('li');
        item.textContent = page.title;
        item.className = page.changed ? 'changed' : '';
        item.onclick = function () {
            chrome.tabs.create({ url: page.url });
        };
        list.appendChild(item);
    });
});

if (background.lastCheck) {
    document.getElementById('last').textContent = new Date(background.lastCheck).toLocaleString();
}

document.getElementById('check').onclick = async function () {
    await chrome.runtime.sendMessage({ type: 'background/check' });
    window.close();
};
