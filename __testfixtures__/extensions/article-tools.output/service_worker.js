importScripts('js/util.js', 'js/store.js', 'js/inject.js', 'js/background.js')
