switch (command) {
  case '_execute_page_action':
    console.log(chrome.runtime.getManifest().page_action.default_title);
}
var command;
