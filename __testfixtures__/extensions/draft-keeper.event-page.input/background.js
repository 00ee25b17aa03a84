let draft = { text: '', edits: 0 };
let undone = [];
let done = [];

browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.create({ id: 'redo', title: 'Redo', contexts: ['page'] });
});

function show() {
    browser.browserAction.setBadgeText({ text: String(done.length) });
    browser.browserAction.setTitle({ title: draft.text || 'empty' });
}

browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
    if (message.type === 'write') {
        const current = draft;
        done.push({ text: current.text });
        // Nothing to redo after a change.
        undone = [];
        current.text = message.text.trim();
        current.edits += 1;
        show();
        sendResponse(done.length);
    } else if (message.type === 'amend') {
        const stack = done;
        const last = stack[stack.length - 1];
        if (last) last.note = message.note.trim();
        sendResponse(stack.length);
    } else if (message.type === 'state') {
        sendResponse({ draft, done, undone });
    }
});

browser.browserAction.onClicked.addListener(() => {
    const last = done.pop();
    if (!last) return;
    undone.push({ text: draft.text });
    draft.text = last.text;
    show();
});

browser.contextMenus.onClicked.addListener((info) => {
    if (info.menuItemId !== 'redo' || undone.length === 0) return;
    const next = undone.pop();
    done.push({ text: draft.text });
    draft.text = next.text;
    show();
});
