class Menu {
  open() {
    browser.extension.getBackgroundPage().start();
  }
}

const view = {
  save() {
    browser.extension.getBackgroundPage().start();
  },
  stop: function () {
    browser.extension.getBackgroundPage().start();
  },
};

document.addEventListener('click', () => {
  new Menu().open();
  view.save();
  view.stop();
});
