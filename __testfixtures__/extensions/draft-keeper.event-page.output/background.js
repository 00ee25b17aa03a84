let draft = { text: '', edits: 0 };
let undone = [];
let done = [];
const stateRestored = browser.storage.session.get({ draft, undone, done }).then((saved) => {
    draft = saved.draft;
    undone = saved.undone;
    done = saved.done;
}).catch(console.error);

browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.create({ id: 'redo', title: 'Redo', contexts: ['page'] });
});

function show() {
    browser.browserAction.setBadgeText({ text: String(done.length) });
    browser.browserAction.setTitle({ title: draft.text || 'empty' });
}

browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
    if (message.type === 'write') {
        stateRestored.then(() => {
            const current = draft;
            done.push({ text: current.text });
            // Nothing to redo after a change.
            undone = [];
            browser.storage.session.set({ undone, done });
            current.text = message.text.trim();
            current.edits += 1;
            browser.storage.session.set({ draft });
            show();
            sendResponse(done.length);
        });
        return true;
    } else if (message.type === 'amend') {
        stateRestored.then(() => {
            const stack = done;
            const last = stack[stack.length - 1];
            if (last) {
                last.note = message.note.trim();
                browser.storage.session.set({ done });
            }
            sendResponse(stack.length);
        });
        return true;
    } else if (message.type === 'state') {
        stateRestored.then(() => {
            sendResponse({ draft, done, undone });
        });
        return true;
    }
});

browser.browserAction.onClicked.addListener(async () => {
    await stateRestored;
    const last = done.pop();
    browser.storage.session.set({ done });
    if (!last) return;
    undone.push({ text: draft.text });
    draft.text = last.text;
    browser.storage.session.set({ draft, undone });
    show();
});

browser.contextMenus.onClicked.addListener(async (info) => {
    await stateRestored;
    if (info.menuItemId !== 'redo' || undone.length === 0) return;
    const next = undone.pop();
    browser.storage.session.set({ undone });
    done.push({ text: draft.text });
    draft.text = next.text;
    browser.storage.session.set({ draft, done });
    show();
});
