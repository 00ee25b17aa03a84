'use strict';

const port = browser.runtime.connect({ name: 'panel' });
port.onMessage.addListener(show);

async function show() {
    const links = await browser.runtime.sendMessage({ type: 'links' });
    document.querySelector('ol').replaceChildren(...links.map(({ url, title, dead }) => {
        const item = document.createElement('li');
        item.textContent = title || url;
        item.className = dead ? 'dead' : '';
        item.onclick = () => browser.tabs.create({ url });
        return item;
    }));
}

document.getElementById('check').onclick = async () => {
    const background = await browser.runtime.getBackgroundPage();
    if (!background.checking) await background.checkAll();
    show();
};

show();
