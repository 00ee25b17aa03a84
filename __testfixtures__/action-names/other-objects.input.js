const list = { browser_action: 1 };
console.log(list.browser_action, "browser_action", "the command _execute_browser_action opens it");
document.querySelector("img.browser_action").click();
