importScripts('a.js', '../shared/b.js');
