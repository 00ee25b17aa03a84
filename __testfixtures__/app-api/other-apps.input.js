const app = { getDetails: () => ({ id: 1 }), window: {} };
app.getDetails().id;
const chromeApp = { app };
chromeApp.app.window.open;
// chrome.app.getDetails() is old
