const details = chrome.app.getDetails();
const { app } = window.chrome;
const id = app.getDetails().id;
console.log(details.name, details.id, details["id"], id, chrome.app.getDetails().id);
