importScripts('lib/sites.js', 'background.js');
