<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
    <context>
        <name>crige_ia</name>
        <message>
            <location filename="../crige_ia_plugin/harmless.py"></location>
            <source>this is no style of QGIS.</source>
            <translation>ce n'est pas un style de QGIS.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/harmless.py"></location>
            <source>the style is not for this kind of layer.</source>
            <translation>le style n'est pas fait pour ce type de couche.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/installs.py"></location>
            <location filename="../crige_ia_plugin/panel/layers/definitions.py"></location>
            <source>Downloading {name}</source>
            <translation>Téléchargement de {name}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/installs.py"></location>
            <source>Installing {title}</source>
            <translation>Installation de {title}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/installs.py"></location>
            <source>Removing {title}</source>
            <translation>Désinstallation de {title}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/installs.py"></location>
            <source>Going back to version {version}</source>
            <translation>Retour à la version {version}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/installs.py"></location>
            <source>Verifying {title}</source>
            <translation>Vérification de {title}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>: </source>
            <translation> : </translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>Experience report: {tool}</source>
            <translation>Retour d'expérience : {tool}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>Abandoned case: {tool}</source>
            <translation>Cas abandonné : {tool}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>“{tool}” {version} was run on {date}; it took {duration}.</source>
            <translation>« {tool} » {version} a été lancé le {date} ; durée : {duration}.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>“{tool}” {version} was run on {date} and stopped after {duration}: {error}</source>
            <translation>« {tool} » {version} a été lancé le {date} et s'est arrêté après {duration} : {error}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>“{tool}” {version} was run on {date} and cancelled after {duration}.</source>
            <translation>« {tool} » {version} a été lancé le {date} et annulé après {duration}.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>Input data: {list}.</source>
            <translation>Données en entrée : {list}.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>Parameters: {list}.</source>
            <translation>Paramètres : {list}.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>Results: {list}.</source>
            <translation>Résultats : {list}.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>To be completed: what it was for, what the result was used for, what was learnt.</source>
            <translation>À compléter : dans quel but, ce qui a été fait du résultat, ce qui a été appris.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>To be completed: what was tried, why it stopped, what was learnt.</source>
            <translation>À compléter : ce qui a été tenté, pourquoi cela s'est arrêté, ce qui a été appris.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <location filename="../crige_ia_plugin/panel/forms/rows.py"></location>
            <location filename="../crige_ia_plugin/panel/forms/worth.py"></location>
            <source>yes</source>
            <translation>oui</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <location filename="../crige_ia_plugin/panel/forms/rows.py"></location>
            <location filename="../crige_ia_plugin/panel/forms/worth.py"></location>
            <source>no</source>
            <translation>non</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>These quality checks failed; look at what they found before using the result: {checks}.</source>
            <translation>Ces contrôles qualité ont échoué ; regardez ce qu'ils ont relevé avant d'utiliser le résultat : {checks}.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>Use of the computer during one run of {duration}; making the computer is not counted.</source>
            <translation>Usage de l'ordinateur pendant une exécution de {duration} ; sa fabrication n'est pas comptée.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <location filename="../crige_ia_plugin/processing/base.py"></location>
            <source>Run sheet</source>
            <translation>Fiche d'exécution</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>Resource proposed: {title}</source>
            <translation>Ressource proposée : {title}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>Need: {title}</source>
            <translation>Besoin : {title}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>Hello,

Please find my contribution “{title}” in the file {file}, to be attached to this message before it is sent.

{description}</source>
            <translation>Bonjour,

Voici ma contribution « {title} », dans le fichier {file}, à joindre à ce message avant l'envoi.

{description}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>Give it a title.</source>
            <translation>Donnez un titre.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>The title is too long: {limit} characters at most. Move the rest to the description.</source>
            <translation>Le titre est trop long : {limit} caractères au plus. Mettez le reste dans la description.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>Say in two sentences what it is for.</source>
            <translation>Dites en deux phrases à quoi cela sert.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>The title is in one language only: an English or French one would help others.</source>
            <translation>Le titre n'est que dans une langue : un titre en anglais ou en français aiderait les autres.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>Say what kind of resource it is.</source>
            <translation>Dites de quelle nature est la ressource.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>“{value}” is no kind of resource: choose one of the list.</source>
            <translation>« {value} » n'est pas une nature de ressource : choisissez dans la liste.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>Nothing is chosen for “{facet}”: the resource will be harder to find.</source>
            <translation>Rien n'est choisi pour « {facet} » : la ressource sera plus difficile à trouver.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>“{value}” is not a known value of “{facet}”: it will be shown as it is.</source>
            <translation>« {value} » n'est pas une valeur connue de « {facet} » : elle sera affichée telle quelle.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>The identifier “{id}” cannot be used: 1 to 80 lower-case letters, digits, dots, hyphens or underscores.</source>
            <translation>L'identifiant « {id} » ne convient pas : 1 à 80 minuscules, chiffres, points, tirets ou soulignés.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>The version “{version}” cannot be used: write it as 1.0.0 or 2025-06.</source>
            <translation>La version « {version} » ne convient pas : écrivez-la comme 1.0.0 ou 2025-06.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>Say what must be checked before using it: readers trust what tells its limits.</source>
            <translation>Dites ce qu'il faut vérifier avant de s'en servir : on fait confiance à ce qui dit ses limites.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>Choose a licence, or say that you do not know it.</source>
            <translation>Choisissez une licence, ou dites que vous ne la connaissez pas.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>Choose the licence of the code, or say that you do not know it.</source>
            <translation>Choisissez la licence du code, ou dites que vous ne la connaissez pas.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>Choose the licence of the model's weights, or say that you do not know it.</source>
            <translation>Choisissez la licence des poids du modèle, ou dites que vous ne la connaissez pas.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>Choose the licence of the data, or say that you do not know it.</source>
            <translation>Choisissez la licence des données, ou dites que vous ne la connaissez pas.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>“{licence}” is no SPDX licence identifier: write etalab-2.0 or GPL-3.0-or-later.</source>
            <translation>« {licence} » n'est pas un identifiant de licence SPDX : écrivez etalab-2.0 ou GPL-3.0-or-later.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>Nobody is named: give an author or an organisation.</source>
            <translation>Personne n'est nommé : indiquez un auteur ou un organisme.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>An author has no name: complete the line or remove it.</source>
            <translation>Un auteur n'a pas de nom : complétez la ligne ou retirez-la.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>“{orcid}” is no ORCID iD: 16 digits, as 0000-0002-1825-0097. Copy it from orcid.org.</source>
            <translation>« {orcid} » n'est pas un identifiant ORCID : 16 chiffres, comme 0000-0002-1825-0097. Copiez-le depuis orcid.org.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>No contact is given: readers will not know whom to ask.</source>
            <translation>Aucun contact : on ne saura pas à qui poser ses questions.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>“{email}” is no e-mail address.</source>
            <translation>« {email} » n'est pas une adresse électronique.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>“{doi}” is no DOI: it starts with 10, as 10.5281/zenodo.1234567.</source>
            <translation>« {doi} » n'est pas un DOI : il commence par 10, comme 10.5281/zenodo.1234567.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>“{href}” cannot be a link: give an address that starts with https:// or http://.</source>
            <translation>« {href} » ne peut pas être un lien : donnez une adresse qui commence par https:// ou http://.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>The checksum given for {href} is no SHA-256: 64 hexadecimal digits.</source>
            <translation>La somme de contrôle donnée pour {href} n'est pas un SHA-256 : 64 chiffres hexadécimaux.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>The file {href} has no checksum: readers cannot verify what they download.</source>
            <translation>Le fichier {href} n'a pas de somme de contrôle : on ne pourra pas vérifier ce que l'on télécharge.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>There is neither link nor file: readers will have nothing to open.</source>
            <translation>Il n'y a ni lien ni fichier : il n'y aura rien à ouvrir.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>The file “{name}” is no longer there: choose it again or remove it.</source>
            <translation>Le fichier « {name} » n'est plus là : choisissez-le de nouveau ou retirez-le.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>The file “{name}” cannot be read: {reason}</source>
            <translation>Le fichier « {name} » ne peut pas être lu : {reason}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>The file “{name}” is too large to be attached ({size} bytes, {limit} at most). Deposit it where large files live (Zenodo, Hugging Face, data.gouv.fr) and give its address: it will be linked with its checksum.</source>
            <translation>Le fichier « {name} » est trop gros pour être joint ({size} octets, {limit} au plus). Déposez-le là où vivent les gros fichiers (Zenodo, Hugging Face, data.gouv.fr) et donnez son adresse : il sera lié avec sa somme de contrôle.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>Together the files are too large to be attached ({size} bytes, {limit} at most): deposit some of them elsewhere and give their address.</source>
            <translation>Ensemble, les fichiers sont trop gros pour être joints ({size} octets, {limit} au plus) : déposez-en ailleurs et donnez leur adresse.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>There are too many files and links ({count}, {limit} at most): put them in an archive.</source>
            <translation>Il y a trop de fichiers et de liens ({count}, {limit} au plus) : mettez-les dans une archive.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>The file “{name}” changed while it was read: close what writes it and try again.</source>
            <translation>Le fichier « {name} » a changé pendant sa lecture : fermez ce qui l'écrit et recommencez.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>The run sheet “{name}” tells of {tool} {version}, not of this script as it is now: run it again, and give the new sheet.</source>
            <translation>La fiche d'exécution « {name} » parle de {tool} {version}, et non de ce script tel qu'il est maintenant : relancez-le, et donnez la nouvelle fiche.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>The run that “{name}” tells of did not come to its end: give the sheet of one that did.</source>
            <translation>L'exécution que raconte « {name} » n'est pas allée à son terme : donnez la fiche d'une autre.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>The attached files ({count}) cannot be sent this way: deposit them where large files live and give their address, or save the proposal as a file.</source>
            <translation>Les fichiers joints ({count}) ne peuvent pas partir ainsi : déposez-les là où vivent les gros fichiers et donnez leur adresse, ou enregistrez la proposition dans un fichier.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>Nothing was sent: the catalogue is now at {target}. Change its address in the options, then try again.</source>
            <translation>Rien n'a été envoyé : le catalogue est maintenant à l'adresse {target}. Changez son adresse dans les options, puis réessayez.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>This catalogue takes no proposals over the network (its server answers {status}): save the proposal as a file, or send it by e-mail.</source>
            <translation>Ce catalogue ne reçoit pas de propositions par le réseau (son serveur répond {status}) : enregistrez la proposition dans un fichier, ou envoyez-la par courriel.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>The catalogue finds the proposal too large ({size} bytes): shorten its texts, or save it as a file.</source>
            <translation>Le catalogue trouve la proposition trop volumineuse ({size} octets) : raccourcissez ses textes, ou enregistrez-la dans un fichier.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>The catalogue refused the proposal (its server answers {status}). {reason} Try again later, or save the proposal as a file.</source>
            <translation>Le catalogue a refusé la proposition (son serveur répond {status}). {reason} Réessayez plus tard, ou enregistrez la proposition dans un fichier.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>The answer of the catalogue was lost ({reason}): nobody can tell whether the proposal arrived. Look in the catalogue, or ask its contact, before sending it again.</source>
            <translation>La réponse du catalogue s'est perdue ({reason}) : nul ne peut dire si la proposition est arrivée. Regardez dans le catalogue, ou demandez à son contact, avant de la renvoyer.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>“{name}” cannot be written: {reason}</source>
            <translation>« {name} » ne peut pas être écrit : {reason}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>Cancelled: nothing was written.</source>
            <translation>Annulé : rien n'a été écrit.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>No valid record can be made of this draft ({reason}).</source>
            <translation>Aucune fiche valable ne peut être faite de ce brouillon ({reason}).</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>The draft “{name}” is damaged and was left as it is ({reason}).</source>
            <translation>Le brouillon « {name} » est abîmé ; il a été laissé tel quel ({reason}).</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>This draft was written by a newer version of the plugin (format {found}, known: {known}). Update the plugin to read it.</source>
            <translation>Ce brouillon a été écrit par une version plus récente de l'extension (format {found}, connu : {known}). Mettez l'extension à jour pour le lire.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/authoring.py"></location>
            <source>The draft “{name}” is no longer there.</source>
            <translation>Le brouillon « {name} » n'est plus là.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/catalogue.py"></location>
            <source>Tell whoever publishes it.</source>
            <translation>Prévenez son éditeur.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/catalogue.py"></location>
            <source>Check that the drive is connected and that you may read it.</source>
            <translation>Vérifiez que le lecteur est connecté et que vous avez le droit de le lire.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/catalogue.py"></location>
            <source>Try again.</source>
            <translation>Réessayez.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/catalogue.py"></location>
            <source>Refresh the catalogues.</source>
            <translation>Actualisez les catalogues.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/catalogue.py"></location>
            <source>Check the address.</source>
            <translation>Vérifiez l'adresse.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/catalogue.py"></location>
            <source>Copy the publisher's public key again: one line that begins with RW.</source>
            <translation>Recopiez la clé publique de l'éditeur : une ligne qui commence par RW.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/catalogue.py"></location>
            <source>Check the network and the address, then try again.</source>
            <translation>Vérifiez le réseau et l'adresse, puis réessayez.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/catalogue.py"></location>
            <source>Check the address; if it is right, try again later.</source>
            <translation>Vérifiez l'adresse ; si elle est juste, réessayez plus tard.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/catalogue.py"></location>
            <source>Choose in the options the authentication that this catalogue needs.</source>
            <translation>Choisissez dans les options l'authentification que demande ce catalogue.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/catalogue.py"></location>
            <source>Give the proxy's user and password in QGIS's network options.</source>
            <translation>Indiquez l'utilisateur et le mot de passe du proxy dans les options réseau de QGIS.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/catalogue.py"></location>
            <source>Ask its publisher, by another way than this address, whether the key has changed.</source>
            <translation>Demandez à son éditeur, par un autre moyen que cette adresse, si la clé a changé.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/catalogue.py"></location>
            <source>Ask its publisher for the signature, or remove the key if it is not signed.</source>
            <translation>Demandez la signature à son éditeur, ou retirez la clé si le catalogue n'est pas signé.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/catalogue.py"></location>
            <source>Check the free space of the disk and your rights on the folder.</source>
            <translation>Vérifiez la place libre sur le disque et vos droits sur le dossier.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/catalogue.py"></location>
            <source>Install it with the package “python3-requests”, or with QGIS's own installer.</source>
            <translation>Installez-le avec le paquet « python3-requests », ou avec l'installateur de QGIS.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/catalogue.py"></location>
            <source>Without it nobody can tell whether the file is the one published: ask for it.</source>
            <translation>Sans elle, nul ne peut dire si le fichier est bien celui qui a été publié : demandez-la à l'éditeur.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/models.py"></location>
            <source>Found</source>
            <translation>Trouvé</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/models.py"></location>
            <source>Taken for another class</source>
            <translation>Pris pour une autre classe</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/models.py"></location>
            <source>Missed</source>
            <translation>Manqué</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/models.py"></location>
            <source>Extra: not in the reference</source>
            <translation>En trop : absent de la référence</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>The tolerance is {tolerance}: it cannot be negative. Use 0 to move nothing.</source>
            <translation>La tolérance vaut {tolerance} : elle ne peut pas être négative. Avec 0, rien n'est déplacé.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>The tolerance of {tolerance} is too large for this network, whose larger side is {extent}: a quarter of it is the most. It is in units of the layer; choose one of the order of the gaps to close.</source>
            <translation>La tolérance de {tolerance} est trop grande pour ce réseau, dont le plus grand côté mesure {extent} : elle ne peut en dépasser le quart. Elle est en unités de la couche ; choisissez-en une de l'ordre des écarts à corriger.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>The tolerance of {tolerance} is too large for this network: too many points lie that close together. Choose a smaller one, of the order of the gaps to close.</source>
            <translation>La tolérance de {tolerance} est trop grande pour ce réseau : trop de points y sont aussi proches les uns des autres. Choisissez-en une plus petite, de l'ordre des écarts à corriger.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>The feature has no geometry: it is not in the result</source>
            <translation>L'entité n'a pas de géométrie : elle n'est pas dans le résultat</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>The geometry is empty: the feature is not in the result</source>
            <translation>La géométrie est vide : l'entité n'est pas dans le résultat</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>A coordinate is not a number (NaN or infinite): the line is not in the result</source>
            <translation>Une coordonnée n'est pas un nombre (NaN ou infini) : la ligne n'est pas dans le résultat</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>A part of the geometry is not a line: this part is not in the result</source>
            <translation>Une partie de la géométrie n'est pas une ligne : cette partie n'est pas dans le résultat</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>The line has no length: it is not in the result</source>
            <translation>La ligne est de longueur nulle : elle n'est pas dans le résultat</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>Two features have exactly the same line</source>
            <translation>Deux entités ont exactement le même tracé</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>Two lines overlap here</source>
            <translation>Deux lignes se superposent ici</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>Two lines cross here without a common vertex, on the same level: a junction or a level is missing. They were cut</source>
            <translation>Deux lignes se croisent ici sans sommet commun, au même niveau : il manque un carrefour ou un niveau. Elles ont été tronçonnées</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>Lines of different levels share a vertex here without joining: they were not cut</source>
            <translation>Des lignes de niveaux différents partagent ici un sommet sans se raccorder : elles n'ont pas été tronçonnées</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>The line crosses or touches itself here</source>
            <translation>La ligne se recoupe ou se touche elle-même ici</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>The line stopped {value} short of another: its end was moved onto it</source>
            <translation>La ligne s'arrêtait à {value} d'une autre : son extrémité y a été raccordée</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>The line ran {value} beyond its last junction: it was trimmed there</source>
            <translation>La ligne dépassait de {value} son dernier carrefour : elle y a été raccourcie</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>A vertex was moved by {value} onto its neighbour, within the tolerance</source>
            <translation>Un sommet a été déplacé de {value} sur son voisin, dans la limite de la tolérance</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>Two vertices lie {value} apart: they were meant to be one</source>
            <translation>Deux sommets sont distants de {value} : ils devaient n'en faire qu'un</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>This part of the network, {value} long, is joined to no other</source>
            <translation>Cette partie du réseau, longue de {value}, n'est reliée à aucune autre</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>Heights are unknown (9999, −1000 or NaN) at some vertices of the line</source>
            <translation>L'altitude est inconnue (9999, −1000 ou NaN) à certains sommets de la ligne</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>The feature has no geometry</source>
            <translation>L'entité n'a pas de géométrie</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>The geometry is empty</source>
            <translation>La géométrie est vide</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>A coordinate is not a number (NaN or infinite)</source>
            <translation>Une coordonnée n'est pas un nombre (NaN ou infini)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>A part of the geometry is not a line</source>
            <translation>Une partie de la géométrie n'est pas une ligne</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>The line has no length</source>
            <translation>La ligne est de longueur nulle</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>Two lines cross here without a common vertex, on the same level: a junction or a level is missing</source>
            <translation>Deux lignes se croisent ici sans sommet commun, au même niveau : il manque un carrefour ou un niveau</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>Lines of different levels share a vertex here without joining</source>
            <translation>Des lignes de niveaux différents partagent ici un sommet sans se raccorder</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>The line stops {value} short of another</source>
            <translation>La ligne s'arrête à {value} d'une autre</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>The line runs {value} beyond its last junction</source>
            <translation>La ligne dépasse de {value} son dernier carrefour</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>Missing geometry</source>
            <translation>Géométrie absente</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>Empty geometry</source>
            <translation>Géométrie vide</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>Invalid coordinate</source>
            <translation>Coordonnée non valide</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>Not a line</source>
            <translation>Autre chose qu'une ligne</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Line without length</source>
            <translation>Ligne de longueur nulle</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Duplicate</source>
            <translation>Doublon</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Overlap</source>
            <translation>Superposition</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>Crossing without vertex</source>
            <translation>Croisement sans sommet</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>Vertex shared across levels</source>
            <translation>Sommet commun à plusieurs niveaux</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>Self-intersection</source>
            <translation>Auto-intersection</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>Undershoot</source>
            <translation>Raccord trop court</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>Overshoot</source>
            <translation>Raccord trop long</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>Displaced vertex</source>
            <translation>Sommet déplacé</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>Vertices nearly together</source>
            <translation>Sommets presque confondus</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>Isolated part</source>
            <translation>Partie isolée</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <location filename="../crige_ia_plugin/processing/styles.py"></location>
            <source>Unknown height</source>
            <translation>Altitude inconnue</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>Error</source>
            <translation>Erreur</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <location filename="../crige_ia_plugin/panel/catalogues/overview.py"></location>
            <source>Warning</source>
            <translation>Avertissement</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/network.py"></location>
            <source>Information</source>
            <translation>Information</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>The address “{address}” was read</source>
            <translation>L'adresse « {address} » a été lue</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>The table does not say where it is: the address is empty, -1 or (1)</source>
            <translation>La table ne dit pas où il est : l'adresse est vide, -1 ou (1)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>The address “{address}” is neither of the form PR12+345 nor a number: correct it, or choose another field</source>
            <translation>L'adresse « {address} » n'est ni de la forme PR12+345 ni un nombre : corrigez-la, ou choisissez un autre champ</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>The address “{address}” comes from a column of numbers, where 12.300 has become 12.3: give it as text, or the metres in a field of their own</source>
            <translation>L'adresse « {address} » vient d'une colonne de nombres, où 12.300 est devenu 12.3 : donnez-la en texte, ou les mètres dans un champ à part</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>Placed</source>
            <translation>Placé</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>The network has no route “{route}”</source>
            <translation>Le réseau n'a pas de route « {route} »</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>The table names no route</source>
            <translation>La table ne nomme aucune route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>The route “{route}” has no calibrated marker: its addresses have no place</source>
            <translation>La route « {route} » n'a pas de PR calé : ses adresses n'ont pas de position</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>“{address}”: the route “{route}” has no such marker, in this département and network if they are given</source>
            <translation>« {address} » : la route « {route} » n'a pas ce PR, dans ce département et ce réseau s'ils sont donnés</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>“{address}”: several markers of the route “{route}” have this number: give the département, or the network</source>
            <translation>« {address} » : plusieurs PR de la route « {route} » portent ce numéro : donnez le département, ou le réseau</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>The route “{route}” has no measures there</source>
            <translation>La route « {route} » n'a pas de mesures à cet endroit</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>“{address}” lies before the start of the route “{route}”</source>
            <translation>« {address} » est avant le début de la route « {route} »</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>“{address}” lies beyond the end of the route “{route}”</source>
            <translation>« {address} » est au-delà de la fin de la route « {route} »</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>“{address}” lies where the route “{route}” is interrupted</source>
            <translation>« {address} » tombe dans une interruption de la route « {route} »</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>“{address}”: the section starts and ends at the same place</source>
            <translation>« {address} » : la section commence et finit au même endroit</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>“{address}” on the route “{route}”: earlier rows of the same table cover all of it, and the first one wins</source>
            <translation>« {address} » sur la route « {route} » : des lignes précédentes de la même table la couvrent entièrement, et la première l'emporte</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>No route lies near enough</source>
            <translation>Aucune route n'est assez proche</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>The feature has no point, or one without valid coordinates</source>
            <translation>L'entité n'a pas de point, ou ses coordonnées ne sont pas valides</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>Unknown route</source>
            <translation>Route inconnue</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>No route</source>
            <translation>Aucune route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>Unknown place</source>
            <translation>Position inconnue</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>Unreadable address</source>
            <translation>Adresse illisible</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>Address in a column of numbers</source>
            <translation>Adresse dans une colonne de nombres</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>Route without markers</source>
            <translation>Route sans PR</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>Unknown marker</source>
            <translation>PR inconnu</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>Ambiguous marker</source>
            <translation>PR ambigu</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>Route without measures</source>
            <translation>Route sans mesures</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>Before the start of the route</source>
            <translation>Avant le début de la route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>Beyond the end of the route</source>
            <translation>Au-delà de la fin de la route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>In a gap of the route</source>
            <translation>Dans une interruption de la route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>Section without length</source>
            <translation>Section de longueur nulle</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>Covered by other events</source>
            <translation>Couvert par d'autres événements</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>Off the network</source>
            <translation>Hors du réseau</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/referencing.py"></location>
            <source>No geometry</source>
            <translation>Sans géométrie</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>The feature names no route</source>
            <translation>L'entité ne nomme aucune route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>The line lies exactly on another of the same route</source>
            <translation>La ligne est exactement superposée à une autre de la même route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>A stretch of {value} lies exactly on another line of the same route</source>
            <translation>Une section de {value} est exactement superposée à une autre ligne de la même route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Several routes share this stretch of {value}</source>
            <translation>Plusieurs routes se partagent cette section de {value}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>The route forks here</source>
            <translation>La route bifurque ici</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>The route is a closed loop</source>
            <translation>La route est une boucle fermée</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>The route goes through a roundabout</source>
            <translation>La route passe par un rond-point</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>The route is interrupted here for {value}</source>
            <translation>La route est interrompue ici sur {value}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>The next part of the route lies {value} away</source>
            <translation>La partie suivante de la route est à {value}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>A second line runs beside the route for {value}</source>
            <translation>Une seconde ligne longe la route sur {value}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Nothing tells for certain in which direction the route runs</source>
            <translation>Rien ne dit avec certitude dans quel sens va la route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Heights are unknown (9999, −1000 or NaN) at {value} vertices of the line</source>
            <translation>L'altitude est inconnue (9999, −1000 ou NaN) à {value} sommets de la ligne</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>The marker names no route</source>
            <translation>Le PR ne nomme aucune route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>The number of the marker is missing or cannot be read</source>
            <translation>Le numéro du PR est absent ou illisible</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>The marker has no place, or lies at 0, 0</source>
            <translation>Le PR n'a pas de position, ou il est en 0, 0</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>The network has no route of the name that the marker gives</source>
            <translation>Le réseau n'a pas de route du nom que donne le PR</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>The marker is farther from its route than the maximum distance</source>
            <translation>Le PR est plus loin de sa route que la distance maximale</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Another marker has the same route, network, département, number and side, and is nearer to the route</source>
            <translation>Un autre PR a les mêmes route, réseau, département, numéro et côté, et il est plus près de la route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Another marker is at the same place of the route</source>
            <translation>Un autre PR est au même endroit de la route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>The number or the cumulated distance of the marker is out of order along the route</source>
            <translation>Le numéro ou le cumul du PR ne suit pas l'ordre le long de la route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>The marker is of a type that is no post on the ground</source>
            <translation>Le PR est d'un type qui ne correspond pas à une borne sur le terrain</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>This part of the route has {value} marker(s): its measures rest on its neighbours</source>
            <translation>Cette partie de la route compte {value} PR : ses mesures s'appuient sur les parties voisines</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>The route has no marker</source>
            <translation>La route n'a pas de PR</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <location filename="../crige_ia_plugin/processing/styles.py"></location>
            <source>No route name</source>
            <translation>Sans nom de route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <location filename="../crige_ia_plugin/processing/styles.py"></location>
            <source>Shared stretch</source>
            <translation>Section commune</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Fork</source>
            <translation>Bifurcation</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <location filename="../crige_ia_plugin/processing/styles.py"></location>
            <source>Closed loop</source>
            <translation>Boucle fermée</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Roundabout</source>
            <translation>Rond-point</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Gap</source>
            <translation>Interruption</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Island</source>
            <translation>Partie détachée</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Parallel carriageway</source>
            <translation>Chaussée parallèle</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Direction in doubt</source>
            <translation>Sens incertain</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Marker without route</source>
            <translation>PR sans route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Marker without number</source>
            <translation>PR sans numéro</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Marker without place</source>
            <translation>PR sans position</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Marker of an unknown route</source>
            <translation>PR d'une route inconnue</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Marker off its route</source>
            <translation>PR à l'écart de sa route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Repeated marker</source>
            <translation>PR répété</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Two markers at one place</source>
            <translation>Deux PR au même endroit</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Marker out of order</source>
            <translation>PR hors de l'ordre</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Marker that is no post</source>
            <translation>PR qui n'est pas une borne</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Too few markers</source>
            <translation>Trop peu de PR</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Route without marker</source>
            <translation>Route sans PR</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Left out</source>
            <translation>Écarté</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>The first one is kept</source>
            <translation>Le premier est conservé</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Counted in each route</source>
            <translation>Compté dans chaque route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>The straightest, then longest, way is the main line; the other is a branch</source>
            <translation>La voie la plus droite, puis la plus longue, est l'axe principal ; l'autre est une branche</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Starts at its origin</source>
            <translation>Commence à son origine</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>The arc that is travelled from entry to exit counts</source>
            <translation>L'arc parcouru de l'entrée à la sortie compte</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Its straight distance counts</source>
            <translation>Sa distance en ligne droite compte</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Counts nothing</source>
            <translation>Ne compte pas</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Taken as the left carriageway</source>
            <translation>Prise pour la chaussée de gauche</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Direction guessed</source>
            <translation>Sens supposé</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Kept, and interpolated for the length</source>
            <translation>Conservée, et interpolée pour la longueur</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Extrapolated in metres of ground</source>
            <translation>Extrapolée en mètres de terrain</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Not calibrated: metres from its start</source>
            <translation>Non calée : mètres depuis son début</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Kept as they are</source>
            <translation>Conservés tels quels</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/routes.py"></location>
            <source>Counts what the markers say</source>
            <translation>Compte ce que disent les PR</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>{started}, {duration}</source>
            <translation>{started}, en {duration}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Written by the tool at the end of its run. It can be published with the result, as a trace of the process and of its quality; the same facts are inside this page as JSON, for machines.</source>
            <translation>Établie par l'outil à la fin du traitement. Cette fiche peut être publiée avec le résultat, comme trace du procédé et de sa qualité ; les mêmes informations figurent dans cette page en JSON, pour les machines.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Done: every quality check passed ({total} of {total})</source>
            <translation>Terminé : tous les contrôles qualité sont réussis ({total} sur {total})</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Done; this tool has no quality check for this run</source>
            <translation>Terminé ; aucun contrôle qualité ne s'applique à ce traitement</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Done, but quality checks failed ({failed} of {total}): read them before using the result</source>
            <translation>Terminé, mais des contrôles qualité ont échoué ({failed} sur {total}) : à lire avant d'utiliser le résultat</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Failed: the tool stopped before the end and the result must not be used</source>
            <translation>Échec : l'outil s'est arrêté avant la fin, le résultat ne doit pas être utilisé</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Cancelled before the end: there is no result</source>
            <translation>Annulé avant la fin : il n'y a pas de résultat</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Results</source>
            <translation>Résultats</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Quality checks</source>
            <translation>Contrôles qualité</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Warnings</source>
            <translation>Avertissements</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Input data</source>
            <translation>Données d'entrée</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Parameters</source>
            <translation>Paramètres</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Cost of the run</source>
            <translation>Coût du traitement</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Tool and software</source>
            <translation>Outil et logiciels</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Passed</source>
            <translation>Réussi</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Failed</source>
            <translation>Échoué</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Check</source>
            <translation>Contrôle</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Layer</source>
            <translation>Couche</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Source</source>
            <translation>Source</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Features</source>
            <translation>Entités</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>CRS</source>
            <translation>SCR</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Edition</source>
            <translation>Millésime</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Extent: X from {xmin} to {xmax}, Y from {ymin} to {ymax}</source>
            <translation>Emprise : X de {xmin} à {xmax}, Y de {ymin} à {ymax}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Parameter</source>
            <translation>Paramètre</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <location filename="../crige_ia_plugin/panel/forms/worth.py"></location>
            <source>Value</source>
            <translation>Valeur</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>{count} more rows in this page's JSON</source>
            <translation>{count} lignes de plus dans le JSON de cette page</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>not set</source>
            <translation>non renseigné</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>unknown</source>
            <translation>inconnu</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Duration</source>
            <translation>Durée</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>CPU time</source>
            <translation>Temps processeur</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Peak memory of the QGIS process</source>
            <translation>Pic de mémoire du processus QGIS</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Energy of use (estimate)</source>
            <translation>Énergie d'utilisation (estimation)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Greenhouse gases of use (estimate)</source>
            <translation>Gaz à effet de serre d'utilisation (estimation)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>not measured</source>
            <translation>non mesuré</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>As much energy as a 10 W lamp lit for {duration}, by this estimate.</source>
            <translation>D'après cette estimation, autant d'énergie qu'une lampe de 10 W allumée pendant {duration}.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>This is an estimate of the energy of use, computed from measured times and memory, not a measurement. Making the computer is not counted; nor are its screen, idle consumption, graphics processor, disks and network. CPU time is that of the whole QGIS process during the run, whatever else it was doing; outside Linux, peak memory is counted since QGIS was started.</source>
            <translation>C'est une estimation de l'énergie d'utilisation, calculée à partir des temps et de la mémoire mesurés, et non une mesure. La fabrication de l'ordinateur n'est pas comptée ; ni son écran, sa consommation au repos, son processeur graphique, ses disques et le réseau. Le temps processeur est celui de tout le processus QGIS pendant le traitement, quoi qu'il ait fait d'autre ; hors Linux, le pic de mémoire est compté depuis le démarrage de QGIS.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Formula and factors of the estimate</source>
            <translation>Formule et facteurs de l'estimation</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Energy = (power of a core × CPU time + power of memory × peak memory × duration) × overhead</source>
            <translation>Énergie = (puissance d'un cœur × temps processeur + puissance de la mémoire × pic de mémoire × durée) × surcoût des locaux</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Greenhouse gases = energy × greenhouse gases of electricity</source>
            <translation>Gaz à effet de serre = énergie × gaz à effet de serre de l'électricité</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Factor</source>
            <translation>Facteur</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Power of one busy processor core</source>
            <translation>Puissance d'un cœur de processeur occupé</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Power of memory</source>
            <translation>Puissance de la mémoire</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Overhead of the premises (PUE)</source>
            <translation>Surcoût des locaux (PUE)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Greenhouse gases of electricity consumed in mainland France</source>
            <translation>Gaz à effet de serre de l'électricité consommée en France continentale</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Green Algorithms, value for any processor (Lannelongue et al. 2021, doi:10.1002/advs.202100707)</source>
            <translation>Green Algorithms, valeur pour un processeur quelconque (Lannelongue et al. 2021, doi:10.1002/advs.202100707)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Green Algorithms (Lannelongue et al. 2021, doi:10.1002/advs.202100707)</source>
            <translation>Green Algorithms (Lannelongue et al. 2021, doi:10.1002/advs.202100707)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Desktop or laptop computer: no data centre to cool</source>
            <translation>Ordinateur de bureau ou portable : pas de centre de données à refroidir</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>ADEME, Base Empreinte, Électricité/2025 – mix moyen/consommation (average of 2022–2025)</source>
            <translation>ADEME, Base Empreinte, Électricité/2025 – mix moyen/consommation (moyenne 2022–2025)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>Tool</source>
            <translation>Outil</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <location filename="../crige_ia_plugin/panel/catalogues/installed.py"></location>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <location filename="../crige_ia_plugin/panel/forms/answering.py"></location>
            <source>Version</source>
            <translation>Version</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>SHA-256 of its code</source>
            <translation>SHA-256 de son code</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>This file holds no run sheet. Choose a page written by one of the tools.</source>
            <translation>Ce fichier ne contient pas de fiche d'exécution. Choisissez une page écrite par l'un des outils.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>The run sheet cannot be read: {detail}</source>
            <translation>La fiche d'exécution est illisible : {detail}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>This run sheet was written by a newer version of the plugin (format {found}, known: {known}). Update the plugin to read it.</source>
            <translation>Cette fiche d'exécution a été écrite par une version plus récente de l'extension (format {found}, connu : {known}). Mettez l'extension à jour pour la lire.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/messages/runsheet.py"></location>
            <source>The run sheet is incomplete or damaged at “{where}”: {expected} was expected.</source>
            <translation>La fiche d'exécution est incomplète ou abîmée à « {where} » : attendu : {expected}.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/models.py"></location>
            <source>It asks for:</source>
            <translation>Il demande :</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/models.py"></location>
            <source>Its steps:</source>
            <translation>Ses étapes :</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/models.py"></location>
            <source>not in this QGIS</source>
            <translation>absent de ce QGIS</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/models.py"></location>
            <source>switched off</source>
            <translation>désactivée</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/models.py"></location>
            <location filename="../crige_ia_plugin/panel/authors/telling.py"></location>
            <source>nothing</source>
            <translation>rien</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/models.py"></location>
            <source>what is given for {name}</source>
            <translation>ce qui est donné pour {name}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/models.py"></location>
            <source>{name} of {step}</source>
            <translation>{name} de {step}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/models.py"></location>
            <source>expression {text}</source>
            <translation>expression {text}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/dialog.py"></location>
            <source>Folder of the script</source>
            <translation>Dossier du script</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/dialog.py"></location>
            <source>Shared script</source>
            <translation>Script partagé</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/dialog.py"></location>
            <source>Python scripts (*.py)</source>
            <translation>Scripts Python (*.py)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/dialog.py"></location>
            <source>None yet: write the template, or open a script that exists.</source>
            <translation>Aucun pour l'instant : écrivez le modèle, ou ouvrez un script qui existe.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/dialog.py"></location>
            <source>△ The versions of its packages are not frozen: its users may get others than yours.</source>
            <translation>△ Les versions de ses paquets ne sont pas figées : ses utilisateurs pourraient en avoir d'autres que vous.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/dialog.py"></location>
            <source>✘ Small letters, digits and underscores only, a letter first.</source>
            <translation>✘ Seulement des minuscules sans accent, des chiffres et des soulignés ; une lettre d'abord.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/dialog.py"></location>
            <source>Trying {title} on its sample…</source>
            <translation>Essai de {title} sur son échantillon…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/dialog.py"></location>
            <source>In the toolbox: {id}.</source>
            <translation>Dans la boîte à outils : {id}.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/dialog.py"></location>
            <source>Written: {files}.</source>
            <translation>Écrits : {files}.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/dialog.py"></location>
            <source>Versions of {count} packages are frozen in it. Try it again with them.</source>
            <translation>Nombre de paquets dont la version y est figée : {count}. Essayez de nouveau le script avec eux.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/form.py"></location>
            <source>Writes beside the script the exact versions of its packages, so that everyone has the same. uv, which chooses them, is installed apart from QGIS where it is not there.</source>
            <translation>Écrit à côté du script les versions exactes de ses paquets, pour que tous aient les mêmes. uv, qui les choisit, est installé à part de QGIS s'il n'est pas là.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/form.py"></location>
            <source>Write a shared script</source>
            <translation>Écrire un script partagé</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/form.py"></location>
            <source>my_script</source>
            <translation>mon_script</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/form.py"></location>
            <location filename="../crige_ia_plugin/panel/catalogues/source_dialog.py"></location>
            <source>Browse…</source>
            <translation>Parcourir…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/form.py"></location>
            <source>Write the template</source>
            <translation>Écrire le modèle</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/form.py"></location>
            <source>Open a script…</source>
            <translation>Ouvrir un script…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/form.py"></location>
            <source>Show its folder</source>
            <translation>Montrer son dossier</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/form.py"></location>
            <source>Try it on its sample</source>
            <translation>L'essayer sur son échantillon</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/form.py"></location>
            <source>Load it in the toolbox</source>
            <translation>Le mettre dans la boîte à outils</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/form.py"></location>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>Open the tool</source>
            <translation>Ouvrir l'outil</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/form.py"></location>
            <source>Take it out of the toolbox</source>
            <translation>Le retirer de la boîte à outils</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/form.py"></location>
            <source>Freeze its versions</source>
            <translation>Figer ses versions</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/form.py"></location>
            <source>Publish…</source>
            <translation>Publier…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/form.py"></location>
            <source>It runs as it is now, with your rights: it can read and write your files. After each change, loading it again is your agreement.</source>
            <translation>Il s'exécute tel qu'il est maintenant, avec vos droits : il peut lire et écrire vos fichiers. Après chaque changement, le remettre dans la boîte à outils vaut accord.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/form.py"></location>
            <source>What happens</source>
            <translation>Ce qui se passe</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/form.py"></location>
            <location filename="../crige_ia_plugin/panel/catalogues/source_dialog.py"></location>
            <location filename="../crige_ia_plugin/panel/forms/sending.py"></location>
            <location filename="../crige_ia_plugin/panel/status.py"></location>
            <source>Progress</source>
            <translation>Progression</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/form.py"></location>
            <source>A script that works, its test and its sample; nothing that exists is replaced.</source>
            <translation>Un script qui marche, son test et son échantillon ; rien de ce qui existe n'est remplacé.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/form.py"></location>
            <source>Opens the form that proposes a resource, filled from what the script says.</source>
            <translation>Ouvre le formulaire qui propose une ressource, rempli d'après ce que dit le script.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/form.py"></location>
            <location filename="../crige_ia_plugin/panel/catalogues/directory_dialog.py"></location>
            <location filename="../crige_ia_plugin/panel/catalogues/source_dialog.py"></location>
            <location filename="../crige_ia_plugin/panel/forms/sending.py"></location>
            <location filename="../crige_ia_plugin/panel/status.py"></location>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/form.py"></location>
            <location filename="../crige_ia_plugin/panel/forms/drafts_dialog.py"></location>
            <location filename="../crige_ia_plugin/panel/forms/need_dialog.py"></location>
            <location filename="../crige_ia_plugin/panel/forms/resource_dialog.py"></location>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/form.py"></location>
            <source>Start a script</source>
            <translation>Commencer un script</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/form.py"></location>
            <location filename="../crige_ia_plugin/panel/catalogues/source_dialog.py"></location>
            <location filename="../crige_ia_plugin/panel/forms/answering.py"></location>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/form.py"></location>
            <source>Small letters, digits and underscores; kept for ever.</source>
            <translation>Des minuscules sans accent, des chiffres et des soulignés ; il ne changera plus.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/form.py"></location>
            <source>Folder</source>
            <translation>Dossier</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/form.py"></location>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>The script</source>
            <translation>Le script</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/form.py"></location>
            <source>my scripts</source>
            <translation>mes scripts</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/tasks.py"></location>
            <location filename="../crige_ia_plugin/panel/catalogues/directory_dialog.py"></location>
            <location filename="../crige_ia_plugin/panel/catalogues/source_dialog.py"></location>
            <location filename="../crige_ia_plugin/panel/forms/tasks.py"></location>
            <location filename="../crige_ia_plugin/panel/host.py"></location>
            <source>Cancelled.</source>
            <translation>Annulé.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/tasks.py"></location>
            <source>Writing a script</source>
            <translation>Écriture d'un script</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/tasks.py"></location>
            <location filename="../crige_ia_plugin/panel/consent/gate.py"></location>
            <source>Reading {title}</source>
            <translation>Lecture de {title}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/tasks.py"></location>
            <source>Freezing the versions of {name}</source>
            <translation>Choix des versions de {name}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/tasks.py"></location>
            <source>Trying {title}</source>
            <translation>Essai de {title}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/tasks.py"></location>
            <source>Warning: {text}</source>
            <translation>Attention : {text}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/telling.py"></location>
            <source>{title}, version {version}
It asks for: {inputs}
It makes: {outputs}</source>
            <translation>{title}, version {version}
Il demande : {inputs}
Il produit : {outputs}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/telling.py"></location>
            <source>The trial is good: {duration}, {cpu} of computation, {memory} of memory.</source>
            <translation>L'essai est bon : {duration}, dont {cpu} de calcul, et {memory} de mémoire.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/telling.py"></location>
            <source>✔ {output}: {size}, of the right type.</source>
            <translation>✔ {output} : {size}, du bon type.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/telling.py"></location>
            <source>It is not in the toolbox.</source>
            <translation>Il n'est pas dans la boîte à outils.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/telling.py"></location>
            <source>It is in the toolbox, as it is now.</source>
            <translation>Il est dans la boîte à outils, tel qu'il est maintenant.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/telling.py"></location>
            <source>It changed since it was loaded: the toolbox no longer runs it until it is loaded again.</source>
            <translation>Il a changé depuis qu'il y a été mis : la boîte à outils ne l'exécute plus tant que vous ne l'y remettez pas.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/telling.py"></location>
            <source>{name} = {value}</source>
            <translation>{name} = {value}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/telling.py"></location>
            <source>It wrote too much to be shown whole; lines left out: {count}.</source>
            <translation>Il a écrit trop de lignes pour les montrer toutes ; lignes laissées de côté : {count}.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/authors/telling.py"></location>
            <source>none: the file {name} of this computer</source>
            <translation>aucun : le fichier {name} de cet ordinateur</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/directory_dialog.py"></location>
            <source>Catalogues of other regions</source>
            <translation>Catalogues d'autres régions</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/directory_dialog.py"></location>
            <source>Read the directory</source>
            <translation>Lire l'annuaire</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/directory_dialog.py"></location>
            <source>Address of the directory</source>
            <translation>Adresse de l'annuaire</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/directory_dialog.py"></location>
            <source>Public key of the directory</source>
            <translation>Clé publique de l'annuaire</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/directory_dialog.py"></location>
            <source>Reading the directory…</source>
            <translation>Lecture de l'annuaire…</translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/catalogues/directory_dialog.py"></location>
            <source>%n catalogue(s), signature verified: tick those to add.</source>
            <translation>
                <numerusform>%n catalogue, signature vérifiée : cochez-le pour l'ajouter.</numerusform>
                <numerusform>%n catalogues, signature vérifiée : cochez ceux à ajouter.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/directory_dialog.py"></location>
            <source>Your organisation has chosen this (environment variable {name}).</source>
            <translation>Votre organisation l'a choisi (variable d'environnement {name}).</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/directory_dialog.py"></location>
            <source>Catalogues of the directory</source>
            <translation>Catalogues de l'annuaire</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/directory_dialog.py"></location>
            <source>The directory has an address in https and the public key of whoever signs it.</source>
            <translation>L'annuaire a une adresse en https et la clé publique de qui le signe.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/directory_dialog.py"></location>
            <source>It is signed: its key comes with the directory.</source>
            <translation>Il est signé : sa clé vient avec l'annuaire.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/directory_dialog.py"></location>
            <source>Not signed.</source>
            <translation>Non signé.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/directory_dialog.py"></location>
            <source>This catalogue is there already.</source>
            <translation>Ce catalogue est déjà là.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/editor.py"></location>
            <source>A catalogue was left out: {why}</source>
            <translation>Un catalogue a été écarté : {why}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/editor.py"></location>
            <location filename="../crige_ia_plugin/settings.py"></location>
            <source>Catalogues</source>
            <translation>Catalogues</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/editor.py"></location>
            <source>Add…</source>
            <translation>Ajouter…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/editor.py"></location>
            <source>Change…</source>
            <translation>Modifier…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/editor.py"></location>
            <source>Remove</source>
            <translation>Retirer</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/editor.py"></location>
            <source>Other regions…</source>
            <translation>Autres régions…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/editor.py"></location>
            <source>Move up: the first catalogue that has a resource describes it</source>
            <translation>Monter : le premier catalogue qui a une ressource la décrit</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/editor.py"></location>
            <source>Move down</source>
            <translation>Descendre</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/editor.py"></location>
            <source>It ships with the plugin and is always on.</source>
            <translation>Il est livré avec l'extension et toujours actif.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/editor.py"></location>
            <source>signed: its key is checked when it is read</source>
            <translation>signé : sa clé est vérifiée à la lecture</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/installed.py"></location>
            <source>Installed resources</source>
            <translation>Ressources installées</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/installed.py"></location>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>Uninstall</source>
            <translation>Désinstaller</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/installed.py"></location>
            <location filename="../crige_ia_plugin/panel/installing.py"></location>
            <source>“{title}” is used by the layer “{layer}”: remove that layer from the project first.</source>
            <translation>« {title} » sert à la couche « {layer} » : retirez d'abord cette couche du projet.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/installed.py"></location>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <location filename="../crige_ia_plugin/panel/forms/drafts_dialog.py"></location>
            <source>Resource</source>
            <translation>Ressource</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/installed.py"></location>
            <source>Installed on</source>
            <translation>Installée le</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/installed.py"></location>
            <source>No resource is installed.</source>
            <translation>Aucune ressource n'est installée.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/moments.py"></location>
            <source>just now</source>
            <translation>à l'instant</translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/catalogues/moments.py"></location>
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n jour</numerusform>
                <numerusform>%n jours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/catalogues/moments.py"></location>
            <source>%n hour(s)</source>
            <translation>
                <numerusform>%n heure</numerusform>
                <numerusform>%n heures</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/moments.py"></location>
            <source>today at {time}</source>
            <translation>aujourd'hui {time}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/moments.py"></location>
            <source>yesterday at {time}</source>
            <translation>hier {time}</translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/catalogues/overview.py"></location>
            <source>%n resource(s) installed on this computer</source>
            <translation>
                <numerusform>%n ressource installée sur cet ordinateur</numerusform>
                <numerusform>%n ressources installées sur cet ordinateur</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/overview.py"></location>
            <source>State of the catalogues</source>
            <translation>État des catalogues</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/overview.py"></location>
            <location filename="../crige_ia_plugin/panel/status.py"></location>
            <source>Refresh the catalogues</source>
            <translation>Actualiser les catalogues</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/overview.py"></location>
            <source>Add a catalogue, or choose which are on…</source>
            <translation>Ajouter un catalogue, ou choisir lesquels sont actifs…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/overview.py"></location>
            <location filename="../crige_ia_plugin/panel/detail/view.py"></location>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/overview.py"></location>
            <location filename="../crige_ia_plugin/panel/detail/view.py"></location>
            <source>Back to the list (Esc)</source>
            <translation>Retour à la liste (Échap)</translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/catalogues/overview.py"></location>
            <source>%n record(s) left out; the others are there:</source>
            <translation>
                <numerusform>%n fiche écartée ; les autres sont là :</numerusform>
                <numerusform>%n fiches écartées ; les autres sont là :</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/overview.py"></location>
            <source>Show all</source>
            <translation>Tout afficher</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/overview.py"></location>
            <source>“{id}”: {why}</source>
            <translation>« {id} » : {why}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/overview.py"></location>
            <source>Line {line}: {why}</source>
            <translation>Ligne {line} : {why}</translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/catalogues/overview.py"></location>
            <source>{installed}; %n update(s) available</source>
            <translation>
                <numerusform>{installed} ; %n mise à jour disponible</numerusform>
                <numerusform>{installed} ; %n mises à jour disponibles</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/overview.py"></location>
            <source>What was read before stays in place.</source>
            <translation>Ce qui avait été lu avant reste en place.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/probing.py"></location>
            <source>This address is that of a whole server: choose one of its collections.</source>
            <translation>Cette adresse est celle d'un serveur entier : choisissez une de ses collections.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/probing.py"></location>
            <source>A catalogue without a name</source>
            <translation>Un catalogue sans nom</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/probing.py"></location>
            <source>It is out of date: its publisher should have renewed it by {date}.</source>
            <translation>Il est périmé : son éditeur aurait dû le renouveler avant le {date}.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/probing.py"></location>
            <source>Looking at a catalogue</source>
            <translation>Examen d'un catalogue</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/probing.py"></location>
            <source>Reading the directory of catalogues</source>
            <translation>Lecture de l'annuaire des catalogues</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/probing.py"></location>
            <source>It says it is signed by the key {key}: paste its publisher's public key to verify that.</source>
            <translation>Il se dit signé par la clé {key} : collez la clé publique de son éditeur pour le vérifier.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/probing.py"></location>
            <source>Found: “{title}”.</source>
            <translation>Trouvé : « {title} ».</translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/catalogues/probing.py"></location>
            <source>Found: “{title}”, %n record(s).</source>
            <translation>
                <numerusform>Trouvé : « {title} », %n fiche.</numerusform>
                <numerusform>Trouvé : « {title} », %n fiches.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/probing.py"></location>
            <source>It is not signed: nothing tells who wrote it.</source>
            <translation>Il n'est pas signé : rien ne dit qui l'a écrit.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/probing.py"></location>
            <source>Signed by the key {key}, verified.</source>
            <translation>Signé par la clé {key}, vérifié.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/source_dialog.py"></location>
            <source>Newer edition of the catalogue that ships with the plugin: takes its place</source>
            <translation>Édition plus récente du catalogue livré avec l'extension : prend sa place</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/source_dialog.py"></location>
            <source>Test</source>
            <translation>Tester</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/source_dialog.py"></location>
            <source>The name it gives itself</source>
            <translation>Le nom qu'il se donne</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/source_dialog.py"></location>
            <source>Kind of catalogue</source>
            <translation>Type de catalogue</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/source_dialog.py"></location>
            <location filename="../crige_ia_plugin/panel/forms/content.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/locate_points.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/source_dialog.py"></location>
            <source>Public key of the publisher</source>
            <translation>Clé publique de l'éditeur</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/source_dialog.py"></location>
            <source>Authentication</source>
            <translation>Authentification</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/source_dialog.py"></location>
            <source>Folder of the catalogue</source>
            <translation>Dossier du catalogue</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/source_dialog.py"></location>
            <source>Give an address or a folder.</source>
            <translation>Donnez une adresse ou un dossier.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/source_dialog.py"></location>
            <source>Looking…</source>
            <translation>Examen en cours…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/source_dialog.py"></location>
            <source>Catalogue on a web site (static files)</source>
            <translation>Catalogue sur un site web (fichiers statiques)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/source_dialog.py"></location>
            <source>Server OGC API – Records (pygeoapi, pycsw…)</source>
            <translation>Serveur OGC API – Records (pygeoapi, pycsw…)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/source_dialog.py"></location>
            <source>Folder, network drive</source>
            <translation>Dossier, lecteur réseau</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/source_dialog.py"></location>
            <source>Change a catalogue</source>
            <translation>Modifier un catalogue</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/source_dialog.py"></location>
            <source>Add a catalogue</source>
            <translation>Ajouter un catalogue</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/source_dialog.py"></location>
            <source>The line that the publisher gives: what another key signed is refused.</source>
            <translation>La ligne que donne l'éditeur : ce qu'une autre clé a signé est refusé.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/source_dialog.py"></location>
            <source>Only for a catalogue whose signature is verified.</source>
            <translation>Seulement pour un catalogue dont la signature est vérifiée.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/source_dialog.py"></location>
            <source>Collection</source>
            <translation>Collection</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/source_dialog.py"></location>
            <source>This address is not encrypted (http): what is read could be changed on its way.</source>
            <translation>Cette adresse n'est pas chiffrée (http) : ce qui est lu peut être modifié en chemin.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/source_dialog.py"></location>
            <source>A server (OGC API) is not signed: leave the key empty.</source>
            <translation>Un serveur (OGC API) n'est pas signé : laissez la clé vide.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/source_dialog.py"></location>
            <source>An address begins with https:// or http:// and has neither spaces nor a password in it.</source>
            <translation>Une adresse commence par https:// ou http:// et ne contient ni espace ni mot de passe.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/source_dialog.py"></location>
            <source>This is not a public key: it is one line that begins with RW.</source>
            <translation>Ce n'est pas une clé publique : c'est une ligne qui commence par RW.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/standing.py"></location>
            <source>ships with the plugin</source>
            <translation>livré avec l'extension</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/standing.py"></location>
            <source>not signed, integrity verified</source>
            <translation>non signé, intégrité vérifiée</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/standing.py"></location>
            <source>not signed</source>
            <translation>non signé</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/standing.py"></location>
            <source>never read yet: refresh</source>
            <translation>jamais lu : à actualiser</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/standing.py"></location>
            <source>{catalogue} unreachable</source>
            <translation>{catalogue} injoignable</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/standing.py"></location>
            <source>refreshed {when}</source>
            <translation>actualisé {when}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/standing.py"></location>
            <source>out of date: its publisher should have renewed it by {date}</source>
            <translation>périmé : son éditeur aurait dû le renouveler avant le {date}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/standing.py"></location>
            <source>{catalogue} refused</source>
            <translation>{catalogue} refusé</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/standing.py"></location>
            <source>{catalogue} unreadable</source>
            <translation>{catalogue} illisible</translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/catalogues/standing.py"></location>
            <source>%n catalogue(s)</source>
            <translation>
                <numerusform>%n catalogue</numerusform>
                <numerusform>%n catalogues</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/catalogues/standing.py"></location>
            <location filename="../crige_ia_plugin/panel/results/bar.py"></location>
            <source>%n resource(s)</source>
            <translation>
                <numerusform>%n ressource</numerusform>
                <numerusform>%n ressources</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/catalogues/standing.py"></location>
            <source>%n other(s)</source>
            <translation>
                <numerusform>%n autre</numerusform>
                <numerusform>%n autres</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/standing.py"></location>
            <source>Everything that is on this computer works; what needs the network waits for it.</source>
            <translation>Tout ce qui est sur cet ordinateur fonctionne ; ce qui a besoin du réseau l'attend.</translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/catalogues/standing.py"></location>
            <source>%n update(s) available</source>
            <translation>
                <numerusform>%n mise à jour disponible</numerusform>
                <numerusform>%n mises à jour disponibles</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/standing.py"></location>
            <source>Up to date</source>
            <translation>À jour</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/standing.py"></location>
            <source>signed by the key {key}</source>
            <translation>signé par la clé {key}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/standing.py"></location>
            <source>not refreshed for {time}</source>
            <translation>pas actualisé depuis {time}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/standing.py"></location>
            <source>{what} for {time}</source>
            <translation>{what} depuis {time}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/standing.py"></location>
            <source>{what} — details</source>
            <translation>{what} — détails</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/standing.py"></location>
            <source>Offline</source>
            <translation>Hors ligne</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/standing.py"></location>
            <source>To be refreshed</source>
            <translation>À actualiser</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/catalogues/standing.py"></location>
            <source>{name}: {text}</source>
            <translation>{name} : {text}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/centre.py"></location>
            <source>{first} to {last}</source>
            <translation>{first} à {last}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/centre.py"></location>
            <source>Version {new} can replace version {old}.</source>
            <translation>La version {new} peut remplacer la version {old}.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/centre.py"></location>
            <source>update</source>
            <translation>mise à jour</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/centre.py"></location>
            <source>abandoned case</source>
            <translation>cas abandonné</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/centre.py"></location>
            <source>Stopped, and shared for what it teaches.</source>
            <translation>Arrêté, et partagé pour ce qu'il apprend.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/centre.py"></location>
            <source>signed</source>
            <translation>signé</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/centre.py"></location>
            <source>Its catalogue is signed: integrity verified.</source>
            <translation>Son catalogue est signé : intégrité vérifiée.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/centre.py"></location>
            <source>installed</source>
            <translation>installé</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/centre.py"></location>
            <source>This resource is installed on this computer.</source>
            <translation>Cette ressource est installée sur cet ordinateur.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/centre.py"></location>
            <source>offline</source>
            <translation>hors ligne</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/centre.py"></location>
            <source>It works without the network.</source>
            <translation>Fonctionne sans réseau.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/dialog.py"></location>
            <source>What changes</source>
            <translation>Ce qui change</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/dialog.py"></location>
            <source>Agree and update</source>
            <translation>Accepter et mettre à jour</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/dialog.py"></location>
            <source>Agree and install</source>
            <translation>Accepter et installer</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/gate.py"></location>
            <location filename="../crige_ia_plugin/panel/installing.py"></location>
            <source>“{title}” was not installed. {reason}</source>
            <translation>« {title} » n'a pas été installé. {reason}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/gate.py"></location>
            <source>Reading “{title}”…</source>
            <translation>Lecture de « {title} »…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/gate.py"></location>
            <source>It holds a program that describes no shared script, and only those can be run.</source>
            <translation>Elle contient un programme qui ne décrit aucun script partagé, et seuls ceux-ci peuvent être exécutés.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>It runs in a process of its own, so that it cannot break QGIS. This is no security sandbox: it may read and write your files as you may. Agree only if you trust who gives it.</source>
            <translation>Il s'exécute dans un processus à part et ne peut donc pas casser QGIS. Ce n'est pas un bac à sable de sécurité : il peut lire et écrire vos fichiers comme vous. N'acceptez que si vous faites confiance à qui le donne.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>Your agreement holds for this very file: if one byte of it changes, it no longer runs until you are asked again.</source>
            <translation>Votre accord vaut pour ce fichier précis : si un seul octet en change, il ne s'exécute plus tant que la question ne vous a pas été reposée.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>your files; it says that it does not use the network</source>
            <translation>vos fichiers ; il déclare ne pas utiliser le réseau</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>Update a script</source>
            <translation>Mettre à jour un script</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>Install a script</source>
            <translation>Installer un script</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>The notebook</source>
            <translation>Le notebook</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>What it does</source>
            <translation>Ce qu'il fait</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>It runs inside QGIS: its steps do what the tools named above do, on your files, your databases and the network. Agree only if you trust who gives it.</source>
            <translation>Il s'exécute dans QGIS : ses étapes font ce que font les traitements nommés ci-dessus, sur vos fichiers, vos bases de données et le réseau. N'acceptez que si vous faites confiance à qui le donne.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>It runs inside QGIS, as QGIS itself, and part of it each time QGIS starts: it can break QGIS, and reach your project, your connections and their passwords. Nothing stands between it and them. Agree only if you know who gives it, and have read it.</source>
            <translation>Il s'exécute dans QGIS, comme QGIS lui-même, et en partie à chaque démarrage de QGIS : il peut faire planter QGIS, et atteindre votre projet, vos connexions et leurs mots de passe. Rien ne l'en sépare. N'acceptez que si vous connaissez qui le donne, et l'avez lu.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>it comes with the plugin</source>
            <translation>il est fourni avec l'extension</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>none: nothing proves who wrote it</source>
            <translation>aucune : rien ne prouve qui a écrit ce catalogue</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>nothing but QGIS</source>
            <translation>rien d'autre que QGIS</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>nothing but Python</source>
            <translation>rien d'autre que Python</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>all that QGIS reaches: your files, your project, your connections, the network</source>
            <translation>tout ce que QGIS atteint : vos fichiers, votre projet, vos connexions, le réseau</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>your files, and the network</source>
            <translation>vos fichiers, et le réseau</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>your files; it does not say whether it uses the network</source>
            <translation>vos fichiers ; il ne dit pas s'il utilise le réseau</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>Publisher</source>
            <translation>Éditeur</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <location filename="../crige_ia_plugin/panel/forms/sending.py"></location>
            <source>Catalogue</source>
            <translation>Catalogue</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>Signature</source>
            <translation>Signature</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>Licence</source>
            <translation>Licence</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>Needs</source>
            <translation>Besoins</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>May touch</source>
            <translation>Peut toucher à</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>Update a Processing model</source>
            <translation>Mettre à jour un modèle de traitement</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>Install a Processing model</source>
            <translation>Installer un modèle de traitement</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>Update a notebook</source>
            <translation>Mettre à jour un notebook</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>Install a notebook</source>
            <translation>Installer un notebook</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>{size} MB</source>
            <translation>{size} Mo</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>verified, key {key}</source>
            <translation>vérifiée, clé {key}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>{names}: about {size} to download, apart from QGIS, at the first run</source>
            <translation>{names} : environ {size} à télécharger, à part de QGIS, à la première exécution</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <location filename="../crige_ia_plugin/panel/forms/rows.py"></location>
            <source>not stated</source>
            <translation>non précisé</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>tools that are not in this QGIS: {names}</source>
            <translation>des traitements absents de ce QGIS : {names}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>{names}: installed apart from QGIS at the first run</source>
            <translation>{names} : installé à part de QGIS à la première exécution</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/consent/request.py"></location>
            <source>{names}: already on this computer</source>
            <translation>{names} : déjà sur cet ordinateur</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/desk.py"></location>
            <location filename="../crige_ia_plugin/panel/options_page.py"></location>
            <source>Copy a diagnostic</source>
            <translation>Copier un diagnostic</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/desk.py"></location>
            <location filename="../crige_ia_plugin/panel/doing.py"></location>
            <location filename="../crige_ia_plugin/panel/forms/contributions.py"></location>
            <source>Resource centre</source>
            <translation>Centre de ressources</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/desk.py"></location>
            <source>Show or hide the AI &amp; geodata resource centre</source>
            <translation>Afficher ou masquer le centre de ressources IA &amp; géodata</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/desk.py"></location>
            <source>The diagnostic is in the clipboard: paste it into your message.</source>
            <translation>Le diagnostic est dans le presse-papiers : collez-le dans votre message.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/desk.py"></location>
            <source>Propose a resource…</source>
            <translation>Proposer une ressource…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/desk.py"></location>
            <source>Describe a script, data, a method… for the catalogue; or take up a draft</source>
            <translation>Décrire un script, des données, une méthode… pour le catalogue ; ou reprendre un brouillon</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/desk.py"></location>
            <location filename="../crige_ia_plugin/panel/notices.py"></location>
            <source>Tell of a need…</source>
            <translation>Signaler un besoin…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/desk.py"></location>
            <source>Say in three fields what you miss</source>
            <translation>Dire en trois champs ce qui vous manque</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/desk.py"></location>
            <source>Share a run…</source>
            <translation>Faire un retour d'expérience…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/desk.py"></location>
            <source>Make an experience report, or an abandoned case, of a run sheet</source>
            <translation>Tirer d'une fiche d'exécution un retour d'expérience, ou un cas abandonné</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/desk.py"></location>
            <source>Write a shared script…</source>
            <translation>Écrire un script partagé…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/desk.py"></location>
            <source>Start a script from a template, try it, load it in the toolbox, publish it</source>
            <translation>Commencer un script d'après un modèle, l'essayer, le mettre dans la boîte à outils, le publier</translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>%n min</source>
            <translation>
                <numerusform>%n min</numerusform>
                <numerusform>%n min</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>signed ✔</source>
            <translation>signé ✔</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>Abandoned case: what was tried, why it stopped and what was learnt are shared here.</source>
            <translation>Cas abandonné : ce qui a été tenté, pourquoi cela s'est arrêté et ce qu'on en a appris sont partagés ici.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>{version}, installed on {date} ({size}), integrity verified</source>
            <translation>{version}, installée le {date} ({size}), intégrité vérifiée</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>This card cannot be read any more. {reason}</source>
            <translation>Cette fiche ne peut plus être lue. {reason}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>Stops of the reading</source>
            <translation>Étapes de la lecture</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <location filename="../crige_ia_plugin/panel/forms/worth.py"></location>
            <source>Quality</source>
            <translation>Qualité</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <location filename="../crige_ia_plugin/panel/forms/worth.py"></location>
            <source>Footprint</source>
            <translation>Empreinte</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>Before you start</source>
            <translation>Prérequis</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>What can be added to the project</source>
            <translation>Ce qui peut être ajouté au projet</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>On this computer</source>
            <translation>Sur cet ordinateur</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <location filename="../crige_ia_plugin/panel/forms/content.py"></location>
            <source>Files</source>
            <translation>Fichiers</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <location filename="../crige_ia_plugin/panel/forms/content.py"></location>
            <source>Links</source>
            <translation>Liens</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>See also</source>
            <translation>Voir aussi</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <location filename="../crige_ia_plugin/panel/forms/describing.py"></location>
            <source>For whom, for what</source>
            <translation>Pour qui, pour quoi</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>The right words</source>
            <translation>Le bon vocabulaire</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>Contacts</source>
            <translation>Contacts</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>Source and dates</source>
            <translation>Source et dates</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <location filename="../crige_ia_plugin/panel/forms/worth.py"></location>
            <source>Scope</source>
            <translation>Périmètre</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <location filename="../crige_ia_plugin/panel/forms/worth.py"></location>
            <source>Method</source>
            <translation>Méthode</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>Not specified: ask the publisher before any reuse.</source>
            <translation>Non précisée : demandez au producteur avant toute réutilisation.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>without a number</source>
            <translation>sans numéro</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>Version in use</source>
            <translation>Version utilisée</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>Version kept</source>
            <translation>Version gardée</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>Its checksum is stated.</source>
            <translation>Sa somme de contrôle est fournie.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>Its checksum is not stated.</source>
            <translation>Sa somme de contrôle n'est pas fournie.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>Created</source>
            <translation>Créé</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>Card updated</source>
            <translation>Fiche mise à jour</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <location filename="../crige_ia_plugin/panel/results/bar.py"></location>
            <source>Date</source>
            <translation>Date</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>{value} (threshold {threshold})</source>
            <translation>{value} (seuil {threshold})</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>{address} (consulted on {date})</source>
            <translation>{address} (consulté le {date})</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>Not assessed by the working group.</source>
            <translation>Non évalué par le groupe de travail.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>Works offline ✔</source>
            <translation>Fonctionne hors ligne ✔</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>Identifier</source>
            <translation>Identifiant</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>Verdict</source>
            <translation>Verdict</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>To check</source>
            <translation>À vérifier</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>Assessment</source>
            <translation>Évaluation</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>Energy</source>
            <translation>Énergie</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>Greenhouse gases</source>
            <translation>Gaz à effet de serre</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>Needs the network</source>
            <translation>Nécessite le réseau</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>Keywords</source>
            <translation>Mots-clés</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>Also known as</source>
            <translation>Aussi connu sous le nom de</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>Limits</source>
            <translation>Limites</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>{value} Wh (estimate)</source>
            <translation>{value} Wh (estimation)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>{value} g CO₂e (estimate)</source>
            <translation>{value} g CO₂e (estimation)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>QGIS {version} or later</source>
            <translation>QGIS {version} ou plus récent</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>{value} GiB of memory</source>
            <translation>{value} Gio de mémoire</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/view.py"></location>
            <source>Propose a correction, report a problem</source>
            <translation>Proposer une correction, signaler un problème</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/view.py"></location>
            <source>Remove from my favourites</source>
            <translation>Retirer de mes favoris</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/view.py"></location>
            <source>Add to my favourites</source>
            <translation>Ajouter à mes favoris</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/view.py"></location>
            <source>Card of the resource</source>
            <translation>Fiche de la ressource</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/view.py"></location>
            <source>Choose a resource in the list to read its card.</source>
            <translation>Choisissez une ressource dans la liste pour lire sa fiche.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/view.py"></location>
            <source>Opens a message to whoever runs this catalogue; you send it, or not.</source>
            <translation>Ouvre un message à qui tient ce catalogue ; vous l'envoyez, ou non.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/view.py"></location>
            <source>Cite</source>
            <translation>Citer</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/view.py"></location>
            <source>Copy: {citation}</source>
            <translation>Copier : {citation}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/detail/view.py"></location>
            <source>Picture of “{title}”</source>
            <translation>Image de « {title} »</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/dock.py"></location>
            <source>AI &amp; geodata resource centre</source>
            <translation>Centre de ressources IA &amp; géodata</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/doing.py"></location>
            <source>“{name}” cannot be added: the service or the file does not answer as expected. {reason}</source>
            <translation>« {name} » ne peut pas être ajouté : le service ou le fichier ne répond pas comme prévu. {reason}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/doing.py"></location>
            <source>“{name}” was added to the project.</source>
            <translation>« {name} » a été ajouté au projet.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/doing.py"></location>
            <source>QGIS refused to add “{name}”.</source>
            <translation>QGIS a refusé d'ajouter « {name} ».</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/doing.py"></location>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>Download</source>
            <translation>Télécharger</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/doing.py"></location>
            <source>Demonstration data</source>
            <translation>Jeu de démonstration</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/doing.py"></location>
            <source>The demonstration data were added to the project.</source>
            <translation>Le jeu de démonstration a été ajouté au projet.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/doing.py"></location>
            <source>Save the event</source>
            <translation>Enregistrer l'événement</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/doing.py"></location>
            <source>Calendar (*.ics)</source>
            <translation>Agenda (*.ics)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/doing.py"></location>
            <source>These files are no longer there: install the resource again.</source>
            <translation>Ces fichiers ne sont plus là : installez de nouveau la ressource.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/doing.py"></location>
            <source>The address of this file is wrong: tell whoever publishes it.</source>
            <translation>L'adresse de ce fichier est fausse : prévenez son éditeur.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/doing.py"></location>
            <source>Downloaded, integrity verified: {path}</source>
            <translation>Téléchargé, intégrité vérifiée : {path}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/doing.py"></location>
            <source>Downloaded: {path}</source>
            <translation>Téléchargé : {path}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/doing.py"></location>
            <source>The demonstration data cannot be copied into your profile: {reason}</source>
            <translation>Le jeu de démonstration ne peut pas être copié dans votre profil : {reason}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/doing.py"></location>
            <source>Adding “{name}”…</source>
            <translation>Ajout de « {name} »…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/doing.py"></location>
            <source>choose first the layer that will get this style.</source>
            <translation>choisissez d'abord la couche qui recevra ce style.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/doing.py"></location>
            <source>“{name}”: {reason}</source>
            <translation>« {name} » : {reason}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/doing.py"></location>
            <source>Downloading “{name}”…</source>
            <translation>Téléchargement de « {name} »…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/doing.py"></location>
            <source>Saved: {path}. Open it with your calendar.</source>
            <translation>Enregistré : {path}. Ouvrez-le avec votre agenda.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/doing.py"></location>
            <source>Verifying “{title}”…</source>
            <translation>Vérification de « {title} »…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/doing.py"></location>
            <source>“{name}” was not downloaded. {reason}</source>
            <translation>« {name} » n'a pas été téléchargé. {reason}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/doing.py"></location>
            <source>The event cannot be saved: {reason}</source>
            <translation>L'événement ne peut pas être enregistré : {reason}</translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/filters/checks.py"></location>
            <source>{value}: %n resource(s)</source>
            <translation>
                <numerusform>{value} : %n ressource</numerusform>
                <numerusform>{value} : %n ressources</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/filters/chips.py"></location>
            <source>Clear all filters</source>
            <translation>Effacer tous les filtres</translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/filters/chips.py"></location>
            <source>Filters: %n on</source>
            <translation>
                <numerusform>Filtres : %n actif</numerusform>
                <numerusform>Filtres : %n actifs</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/filters/chips.py"></location>
            <source>Unfold or fold the filters</source>
            <translation>Déplier ou replier les filtres</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/filters/chips.py"></location>
            <location filename="../crige_ia_plugin/panel/notices.py"></location>
            <source>Clear all</source>
            <translation>Tout effacer</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/filters/chips.py"></location>
            <source>Remove the filter {facet}: {value}</source>
            <translation>Retirer le filtre {facet} : {value}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/filters/chips.py"></location>
            <location filename="../crige_ia_plugin/panel/filters/facets.py"></location>
            <source>Filters</source>
            <translation>Filtres</translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/filters/facets.py"></location>
            <source>%n more: type to find them</source>
            <translation>
                <numerusform>%n de plus : tapez pour la trouver</numerusform>
                <numerusform>%n de plus : tapez pour les trouver</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/filters/facets.py"></location>
            <source>{facet}: %n value(s) chosen</source>
            <translation>
                <numerusform>{facet} : %n valeur choisie</numerusform>
                <numerusform>{facet} : %n valeurs choisies</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/filters/facets.py"></location>
            <source>Search in {facet}…</source>
            <translation>Rechercher dans {facet}…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/answering.py"></location>
            <source>Of the texts and documents</source>
            <translation>Des textes et documents</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/answering.py"></location>
            <source>Made from the title when this is empty.</source>
            <translation>Tiré du titre quand ce champ est vide.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/answering.py"></location>
            <source>Who answers for it</source>
            <translation>Qui en répond</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/answering.py"></location>
            <source>Add an author</source>
            <translation>Ajouter un auteur</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/answering.py"></location>
            <source>Remove this author</source>
            <translation>Retirer cet auteur</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/answering.py"></location>
            <source>I do not know the licence</source>
            <translation>Je ne connais pas la licence</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/answering.py"></location>
            <source>The record then says so.</source>
            <translation>La fiche le dira.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/answering.py"></location>
            <source>Organisation that answers for it</source>
            <translation>Organisme qui en répond</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/answering.py"></location>
            <source>Contact: a name or a service</source>
            <translation>Contact : un nom ou un service</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/answering.py"></location>
            <source>Contact's e-mail address (it will be published)</source>
            <translation>Courriel du contact (il sera publié)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/answering.py"></location>
            <source>Of the code</source>
            <translation>Du code</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/answering.py"></location>
            <source>Of the model's weights</source>
            <translation>Des poids du modèle</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/answering.py"></location>
            <source>Of the data</source>
            <translation>Des données</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/answering.py"></location>
            <source>DOI</source>
            <translation>DOI</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/answering.py"></location>
            <source>Where it is deposited, if it is: Zenodo, Recherche Data Gouv…</source>
            <translation>Là où elle est déposée, si elle l'est : Zenodo, Recherche Data Gouv…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/answering.py"></location>
            <source>Edition of the data</source>
            <translation>Millésime des données</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/answering.py"></location>
            <source>Date (year, month or day)</source>
            <translation>Date (année, mois ou jour)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/answering.py"></location>
            <source>Status</source>
            <translation>État</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/answering.py"></location>
            <source>Identifier in the catalogue</source>
            <translation>Identifiant dans le catalogue</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/answering.py"></location>
            <source>Authors</source>
            <translation>Auteurs</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/answering.py"></location>
            <source>Licences</source>
            <translation>Licences</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/answering.py"></location>
            <source>Identifiers and dates</source>
            <translation>Identifiants et dates</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/answering.py"></location>
            <source>The year or the release of the data it uses.</source>
            <translation>L'année ou la livraison des données utilisées.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/answering.py"></location>
            <source>ORCID iD</source>
            <translation>Identifiant ORCID</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/answering.py"></location>
            <source>16 digits, from orcid.org</source>
            <translation>16 chiffres, à copier d'orcid.org</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/answering.py"></location>
            <source>Organisation</source>
            <translation>Organisme</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/answering.py"></location>
            <source>SPDX identifier: etalab-2.0, GPL-3.0-or-later…</source>
            <translation>Identifiant SPDX : etalab-2.0, GPL-3.0-or-later…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/content.py"></location>
            <source>{size}, SHA-256 {digest}…</source>
            <translation>{size}, SHA-256 {digest}…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/content.py"></location>
            <source>Small files go with the proposal. Large ones stay where they are and are linked with their checksum.</source>
            <translation>Les petits fichiers partent avec la proposition. Les gros restent où ils sont, liés avec leur somme de contrôle.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/content.py"></location>
            <source>Links and files</source>
            <translation>Liens et fichiers</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/content.py"></location>
            <source>Add a link</source>
            <translation>Ajouter un lien</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/content.py"></location>
            <source>Remove this link</source>
            <translation>Retirer ce lien</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/content.py"></location>
            <source>Size and checksum from a copy…</source>
            <translation>Taille et somme d'après une copie…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/content.py"></location>
            <source>Add files…</source>
            <translation>Ajouter des fichiers…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/content.py"></location>
            <source>Remove this file</source>
            <translation>Retirer ce fichier</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/content.py"></location>
            <source>Files of the resource</source>
            <translation>Fichiers de la ressource</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/content.py"></location>
            <source>Copy of the file, on this computer</source>
            <translation>Copie du fichier, sur cet ordinateur</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/content.py"></location>
            <source>Computing its checksum…</source>
            <translation>Calcul de la somme de contrôle…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/content.py"></location>
            <source>Web page</source>
            <translation>Page web</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/content.py"></location>
            <source>File to download</source>
            <translation>Fichier à télécharger</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/content.py"></location>
            <source>Licence text</source>
            <translation>Texte de la licence</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/content.py"></location>
            <source>What is there</source>
            <translation>Ce qui s'y trouve</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/content.py"></location>
            <source>Words of the link</source>
            <translation>Libellé du lien</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/content.py"></location>
            <source>Size in bytes</source>
            <translation>Taille en octets</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/content.py"></location>
            <source>Checksum (SHA-256)</source>
            <translation>Somme de contrôle (SHA-256)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/content.py"></location>
            <source>64 hexadecimal digits</source>
            <translation>64 chiffres hexadécimaux</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/content.py"></location>
            <source>File on this computer</source>
            <translation>Fichier sur cet ordinateur</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/content.py"></location>
            <source>Its folder is never published.</source>
            <translation>Son dossier n'est jamais publié.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/content.py"></location>
            <source>Address where it stays, if it is large</source>
            <translation>Adresse où il reste, s'il est gros</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/content.py"></location>
            <source>Zenodo, Hugging Face, data.gouv.fr…</source>
            <translation>Zenodo, Hugging Face, data.gouv.fr…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/contributions.py"></location>
            <source>Run sheets (*.html *.htm *.json)</source>
            <translation>Fiches d'exécution (*.html *.htm *.json)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/contributions.py"></location>
            <source>Resource: {title}
Identifier: {id}
Catalogue: {catalogue}

What is wrong, and what it should be:
</source>
            <translation>Ressource : {title}
Identifiant : {id}
Catalogue : {catalogue}

Ce qui ne va pas, et ce qu'il faudrait :
</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/contributions.py"></location>
            <source>Run sheet of the run</source>
            <translation>Fiche d'exécution</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/contributions.py"></location>
            <source>Correction: {title}</source>
            <translation>Correction : {title}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/describing.py"></location>
            <source>What it is for, on which data, for which result.</source>
            <translation>À quoi elle sert, sur quelles données, pour quel résultat.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/describing.py"></location>
            <source>What must be looked at before using it; where it does not work.</source>
            <translation>Ce qu'il faut regarder avant de s'en servir ; là où cela ne marche pas.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/describing.py"></location>
            <source>What it is</source>
            <translation>Ce que c'est</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/describing.py"></location>
            <source>Kind of resource</source>
            <translation>Nature de la ressource</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/describing.py"></location>
            <source>In French</source>
            <translation>En français</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/describing.py"></location>
            <source>In English</source>
            <translation>En anglais</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/describing.py"></location>
            <location filename="../crige_ia_plugin/panel/results/bar.py"></location>
            <source>Title</source>
            <translation>Titre</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/describing.py"></location>
            <source>Description</source>
            <translation>Description</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/describing.py"></location>
            <source>To check before use</source>
            <translation>À vérifier avant usage</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/describing.py"></location>
            <source>hedge, LiDAR, orthophoto</source>
            <translation>haie, LiDAR, orthophoto</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/describing.py"></location>
            <source>Keywords, separated by commas</source>
            <translation>Mots-clés, séparés par des virgules</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/describing.py"></location>
            <source>Tick what fits: that is how it will be found.</source>
            <translation>Cochez ce qui convient : c'est ainsi qu'on la trouvera.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/describing.py"></location>
            <source>Choose…</source>
            <translation>Choisir…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/describing.py"></location>
            <source>{language} (if you can)</source>
            <translation>{language} (si vous pouvez)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/dialog.py"></location>
            <source>Draft saved: {when}</source>
            <translation>Brouillon enregistré : {when}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/dialog.py"></location>
            <source>The draft is not saved. {reason}</source>
            <translation>Le brouillon n'est pas enregistré. {reason}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/dialog.py"></location>
            <source>{problem}

Close all the same, and lose what was written since?</source>
            <translation>{problem}

Fermer quand même, et perdre ce qui a été écrit depuis ?</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/drafts_dialog.py"></location>
            <source>without a title</source>
            <translation>sans titre</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/drafts_dialog.py"></location>
            <source>My drafts</source>
            <translation>Mes brouillons</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/drafts_dialog.py"></location>
            <source>Take up again</source>
            <translation>Reprendre</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/drafts_dialog.py"></location>
            <source>Throw away…</source>
            <translation>Jeter…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/drafts_dialog.py"></location>
            <source>New resource</source>
            <translation>Nouvelle ressource</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/drafts_dialog.py"></location>
            <source>They are on this computer only, until you send them.</source>
            <translation>Ils ne sont que sur cet ordinateur, tant que vous ne les envoyez pas.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/drafts_dialog.py"></location>
            <source>Throw away the draft “{title}”? It cannot be brought back.</source>
            <translation>Jeter le brouillon « {title} » ? On ne pourra pas le retrouver.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/keeper.py"></location>
            <source>Saving a draft</source>
            <translation>Enregistrement d'un brouillon</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/need_dialog.py"></location>
            <source>What for, on which data and which territory, and how good it must be.</source>
            <translation>Pour quoi faire, sur quelles données et quel territoire, avec quelle qualité.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/need_dialog.py"></location>
            <source>Tell of a need</source>
            <translation>Signaler un besoin</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/need_dialog.py"></location>
            <source>What is needed, in one line</source>
            <translation>Ce qu'il faudrait, en une ligne</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/need_dialog.py"></location>
            <source>What for</source>
            <translation>Pour quoi faire</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/need_dialog.py"></location>
            <source>Who asks: a name, a service or an e-mail address (it will be published)</source>
            <translation>Qui demande : un nom, un service ou un courriel (il sera publié)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/need_dialog.py"></location>
            <source>Find the hedges of a municipality</source>
            <translation>Repérer les haies d'une commune</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/need_dialog.py"></location>
            <source>What you miss helps others too: somebody may have it, or need it with you.</source>
            <translation>Dire ce qui manque aide aussi les autres : quelqu'un l'a peut-être, ou en a besoin avec vous.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/resource_dialog.py"></location>
            <source>Nothing is missing: it can be sent.</source>
            <translation>Rien ne manque : elle peut partir.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/resource_dialog.py"></location>
            <source>Check and send</source>
            <translation>Vérifier et envoyer</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/resource_dialog.py"></location>
            <source>Propose a resource</source>
            <translation>Proposer une ressource</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/resource_dialog.py"></location>
            <source>Step</source>
            <translation>Étape</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/resource_dialog.py"></location>
            <source>{number} of {total}: {title}</source>
            <translation>{number} sur {total} : {title}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/resource_dialog.py"></location>
            <source>Still to do before it can be sent (✘), or better to complete (△):</source>
            <translation>À faire avant l'envoi (✘), ou mieux vaut compléter (△) :</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/resource_dialog.py"></location>
            <source>Send</source>
            <translation>Envoyer</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/resource_dialog.py"></location>
            <source>Previous</source>
            <translation>Précédent</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/resource_dialog.py"></location>
            <source>Next</source>
            <translation>Suivant</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/resource_dialog.py"></location>
            <source>It can be sent. Better to complete (△):</source>
            <translation>Elle peut partir. Mieux vaut compléter (△) :</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/sending.py"></location>
            <source>Saves one file, ready for a pull request or an e-mail: the record, and the files that go along.</source>
            <translation>Enregistre un seul fichier, prêt pour une pull request ou un courriel : la fiche, et les fichiers qui l'accompagnent.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/sending.py"></location>
            <source>Saves the same file, then opens your mail program with a message to {address}: attach the file.</source>
            <translation>Enregistre le même fichier, puis ouvre votre messagerie avec un message à {address} : joignez-y le fichier.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/sending.py"></location>
            <source>This catalogue gives no address to write to.</source>
            <translation>Ce catalogue ne donne pas d'adresse où écrire.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/sending.py"></location>
            <source>Sends the record to the server of this catalogue, which may hold it for review.</source>
            <translation>Envoie la fiche au serveur de ce catalogue, qui peut la retenir pour relecture.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/sending.py"></location>
            <source>Saved: {path}. Attach this file to the message that your mail program opens, then send it.</source>
            <translation>Enregistré : {path}. Joignez ce fichier au message que votre messagerie ouvre, puis envoyez-le.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/sending.py"></location>
            <source>“{catalogue}” received your proposal. Thank you! It will be shown once it is accepted.</source>
            <translation>« {catalogue} » a reçu votre proposition. Merci ! Elle sera visible une fois acceptée.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/sending.py"></location>
            <source>Save the proposal</source>
            <translation>Enregistrer la proposition</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/sending.py"></location>
            <source>Proposal (*.zip)</source>
            <translation>Proposition (*.zip)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/sending.py"></location>
            <source>Save the proposal…</source>
            <translation>Enregistrer la proposition…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/sending.py"></location>
            <source>Send to the catalogue</source>
            <translation>Envoyer au catalogue</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/sending.py"></location>
            <source>Save, and write an e-mail…</source>
            <translation>Enregistrer, et écrire un courriel…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/sending.py"></location>
            <source>Which catalogue is it for?</source>
            <translation>Pour quel catalogue ?</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/sending.py"></location>
            <source>Put right first what is marked ✘.</source>
            <translation>Corrigez d'abord ce qui est marqué ✘.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/sending.py"></location>
            <source>This catalogue is made of files: nothing can be sent to it. Save the proposal.</source>
            <translation>Ce catalogue est fait de fichiers : rien ne peut lui être envoyé. Enregistrez la proposition.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/sending.py"></location>
            <source>Attached files cannot be sent this way: give the address where they are, or save the proposal.</source>
            <translation>Les fichiers joints ne peuvent pas partir ainsi : donnez l'adresse où ils sont, ou enregistrez la proposition.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/sending.py"></location>
            <source>Writing the proposal…</source>
            <translation>Écriture de la proposition…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/sending.py"></location>
            <source>Saved: {path}. Add it to a pull request, or hand it to whoever runs the catalogue.</source>
            <translation>Enregistré : {path}. Joignez-le à une pull request, ou remettez-le à qui tient le catalogue.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/sending.py"></location>
            <source>Saved: {path}. No mail program opened: write to {address} and attach this file.</source>
            <translation>Enregistré : {path}. Aucune messagerie ne s'est ouverte : écrivez à {address} en joignant ce fichier.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/sending.py"></location>
            <source>Sending…</source>
            <translation>Envoi…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/sending.py"></location>
            <source>“{name}” is there already. Replace it?</source>
            <translation>« {name} » existe déjà. Le remplacer ?</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/tasks.py"></location>
            <source>Opening a form</source>
            <translation>Ouverture d'un formulaire</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/tasks.py"></location>
            <source>Computing a checksum</source>
            <translation>Calcul d'une somme de contrôle</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/tasks.py"></location>
            <source>Writing a proposal</source>
            <translation>Écriture d'une proposition</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/tasks.py"></location>
            <source>Sending a proposal</source>
            <translation>Envoi d'une proposition</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/tasks.py"></location>
            <source>“{name}” cannot be read: {reason}</source>
            <translation>« {name} » ne peut pas être lu : {reason}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/worth.py"></location>
            <source>The run goes along as the tool wrote it: {tool}, its parameters, its inputs and its software.</source>
            <translation>L'exécution est jointe telle que l'outil l'a écrite : {tool}, ses paramètres, ses données et ses logiciels.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/worth.py"></location>
            <source>What the script says of itself goes along: its parameters, what it needs, whether it uses the network.</source>
            <translation>Ce que le script dit de lui-même part avec la fiche : ses paramètres, ce dont il a besoin, s'il se sert du réseau.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/worth.py"></location>
            <source>Quality and footprint</source>
            <translation>Qualité et empreinte</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/worth.py"></location>
            <source>Its quality was assessed</source>
            <translation>Sa qualité a été évaluée</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/worth.py"></location>
            <source>Measured or checked, not only believed.</source>
            <translation>Mesurée ou contrôlée, pas seulement supposée.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/worth.py"></location>
            <source>Add a measure</source>
            <translation>Ajouter une mesure</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/worth.py"></location>
            <source>Remove this measure</source>
            <translation>Retirer cette mesure</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/worth.py"></location>
            <source>Limits, one a line</source>
            <translation>Limites, une par ligne</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/worth.py"></location>
            <source>Energy (Wh)</source>
            <translation>Énergie (Wh)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/worth.py"></location>
            <source>Greenhouse gases (g CO₂e)</source>
            <translation>Gaz à effet de serre (g éq. CO₂)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/worth.py"></location>
            <source>Where it does not work, what it does not see.</source>
            <translation>Là où cela ne marche pas, ce qui n'est pas vu.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/worth.py"></location>
            <source>An estimate is welcome, if it says how it was made and of what.</source>
            <translation>Une estimation est bienvenue, si elle dit comment elle est faite et de quoi.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/worth.py"></location>
            <source>For instance: one run on 1 km²</source>
            <translation>Par exemple : une exécution sur 1 km²</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/worth.py"></location>
            <source>What is measured</source>
            <translation>Ce qui est mesuré</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/worth.py"></location>
            <source>In words</source>
            <translation>En mots</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/worth.py"></location>
            <source>For instance: finds 79 % of the tree crowns</source>
            <translation>Par exemple : retrouve 79 % des houppiers</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/worth.py"></location>
            <source>Unit</source>
            <translation>Unité</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/worth.py"></location>
            <source>Threshold</source>
            <translation>Seuil</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/worth.py"></location>
            <source>Lower is better</source>
            <translation>Le plus bas est le mieux</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/forms/worth.py"></location>
            <source>Threshold reached</source>
            <translation>Seuil atteint</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/host.py"></location>
            <source>Refreshing: {catalogue}…</source>
            <translation>Actualisation : {catalogue}…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/host.py"></location>
            <location filename="../crige_ia_plugin/panel/notices.py"></location>
            <source>Opening the catalogue…</source>
            <translation>Ouverture du catalogue…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/host.py"></location>
            <source>Refreshing the catalogues…</source>
            <translation>Actualisation des catalogues…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/host.py"></location>
            <source>The catalogues were not refreshed — details</source>
            <translation>Les catalogues n'ont pas été actualisés — détails</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/host.py"></location>
            <source>Fetching the pictures…</source>
            <translation>Récupération des images…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/host.py"></location>
            <source>The catalogue is not open</source>
            <translation>Le catalogue n'est pas ouvert</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/installing.py"></location>
            <source>“{title}” stays as it was. {reason}</source>
            <translation>« {title} » reste inchangé. {reason}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/installing.py"></location>
            <source>“{title}”: version {version} is in use.</source>
            <translation>« {title} » : la version {version} est utilisée.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/installing.py"></location>
            <source>“{title}” was not removed. {reason}</source>
            <translation>« {title} » n'a pas été désinstallé. {reason}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/installing.py"></location>
            <source>Installing “{title}”…</source>
            <translation>Installation de « {title} »…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/installing.py"></location>
            <source>“{title}” is installed, integrity verified.</source>
            <translation>« {title} » est installé, intégrité vérifiée.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/installing.py"></location>
            <source>“{title}” was removed from this computer.</source>
            <translation>« {title} » a été désinstallé de cet ordinateur.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/installing.py"></location>
            <source>“{title}”: this is already under way.</source>
            <translation>« {title} » : c'est déjà en cours.</translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/jobs.py"></location>
            <source>%n other task(s) under way.</source>
            <translation>
                <numerusform>%n autre tâche en cours.</numerusform>
                <numerusform>%n autres tâches en cours.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/layers/definitions.py"></location>
            <source>it has no layer that QGIS can read.</source>
            <translation>il n'a pas de couche que QGIS sache lire.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/layers/links.py"></location>
            <source>Adding “{name}”</source>
            <translation>Ajout de « {name} »</translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/libraries_line.py"></location>
            <source>Removes the libraries of the scripts that were not run for %n day(s), and the packages kept to make them again. When such a script is run, the same versions come back, by the network.</source>
            <translation>
                <numerusform>Retire les bibliothèques des scripts qui n'ont pas été exécutés depuis %n jour, et les paquets gardés pour les refaire. Quand un tel script est exécuté, les mêmes versions reviennent, par le réseau.</numerusform>
                <numerusform>Retire les bibliothèques des scripts qui n'ont pas été exécutés depuis %n jours, et les paquets gardés pour les refaire. Quand un tel script est exécuté, les mêmes versions reviennent, par le réseau.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/libraries_line.py"></location>
            <source>Measuring the libraries of the shared scripts</source>
            <translation>Mesure des bibliothèques des scripts partagés</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/libraries_line.py"></location>
            <source>Remove the unused ones</source>
            <translation>Retirer celles qui ne servent plus</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/libraries_line.py"></location>
            <source>Libraries of the shared scripts: {size}</source>
            <translation>Bibliothèques des scripts partagés : {size}</translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/libraries_line.py"></location>
            <source>removed: those of %n script(s)</source>
            <translation>
                <numerusform>retirées : celles de %n script</numerusform>
                <numerusform>retirées : celles de %n scripts</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/locator.py"></location>
            <source>AI &amp; geodata resources</source>
            <translation>Ressources IA &amp; géodata</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/notices.py"></location>
            <source>Put a star on a card to find it again here.</source>
            <translation>Marquez une fiche d'une étoile pour la retrouver ici.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/notices.py"></location>
            <source>The cards you open are listed here.</source>
            <translation>Les fiches que vous ouvrez sont listées ici.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/notices.py"></location>
            <source>Data, models and documents that you install are listed here; they need no network then.</source>
            <translation>Les données, modèles et documents que vous installez se retrouvent ici ; ils n'ont alors plus besoin du réseau.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/notices.py"></location>
            <source>Its index is being made, which is done once. QGIS stays usable.</source>
            <translation>Son index se prépare, une fois pour toutes. QGIS reste utilisable.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/notices.py"></location>
            <source>The catalogue cannot be opened</source>
            <translation>Le catalogue ne peut pas être ouvert</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/notices.py"></location>
            <source>Welcome to the AI &amp; geodata resource centre</source>
            <translation>Bienvenue dans le centre de ressources IA &amp; géodata</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/notices.py"></location>
            <source>Tools that run on your own data, datasets, methods and experience reports. The catalogue works offline.</source>
            <translation>Des outils qui s'exécutent sur vos propres données, des jeux de données, des méthodes et des retours d'expérience. Le catalogue fonctionne hors ligne.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/notices.py"></location>
            <source>No resource with these filters</source>
            <translation>Aucune ressource avec ces filtres</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/notices.py"></location>
            <source>No favourites yet</source>
            <translation>Pas encore de favoris</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/notices.py"></location>
            <source>Nothing opened yet</source>
            <translation>Rien d'ouvert pour l'instant</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/notices.py"></location>
            <source>Nothing installed yet</source>
            <translation>Rien d'installé</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/notices.py"></location>
            <source>{reason}
Your data and your project are not concerned.</source>
            <translation>{reason}
Vos données et votre projet ne sont pas concernés.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/notices.py"></location>
            <source>Forget the text and the filters.</source>
            <translation>Oublier le texte et les filtres.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/notices.py"></location>
            <source>Opens a form of three fields.</source>
            <translation>Ouvre un formulaire de trois champs.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/notices.py"></location>
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/notices.py"></location>
            <source>Try it on the demonstration data</source>
            <translation>Essayer avec le jeu de démonstration</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/notices.py"></location>
            <source>Opens the card of the demonstration town.</source>
            <translation>Ouvre la fiche de la ville de démonstration.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/notices.py"></location>
            <source>Understand AI in 30 minutes</source>
            <translation>Comprendre l'IA en 30 minutes</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/notices.py"></location>
            <source>A reading in six stops, for newcomers.</source>
            <translation>Une lecture en six étapes, pour débuter.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/notices.py"></location>
            <source>Browse the themes</source>
            <translation>Parcourir les thèmes</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/notices.py"></location>
            <source>Unfolds the themes of the working group.</source>
            <translation>Déplie les thèmes du groupe de travail.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/notices.py"></location>
            <source>No resource for “{text}”</source>
            <translation>Aucune ressource pour « {text} »</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/notices.py"></location>
            <source>Show all resources</source>
            <translation>Afficher toutes les ressources</translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/notices.py"></location>
            <source>Without the filter {facet}: %n resource(s)</source>
            <translation>
                <numerusform>Sans le filtre {facet} : %n ressource</numerusform>
                <numerusform>Sans le filtre {facet} : %n ressources</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/notices.py"></location>
            <source>Try “{text}”?</source>
            <translation>Essayer « {text} » ?</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/numbers.py"></location>
            <source>bytes</source>
            <translation>octets</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/numbers.py"></location>
            <source>kB</source>
            <translation>ko</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/numbers.py"></location>
            <source>MB</source>
            <translation>Mo</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/numbers.py"></location>
            <source>GB</source>
            <translation>Go</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/opening.py"></location>
            <source>Opening the resource centre</source>
            <translation>Ouverture du centre de ressources</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/opening.py"></location>
            <source>An unexpected error stopped it; the details are in QGIS's log ({error}).</source>
            <translation>Une erreur inattendue l'a arrêté ; le détail est dans le journal de QGIS ({error}).</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/options_page.py"></location>
            <source>Language of the catalogue's texts</source>
            <translation>Langue des textes du catalogue</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/options_page.py"></location>
            <source>Refresh by itself when the panel opens, if the last time was more than</source>
            <translation>Actualiser automatiquement à l'ouverture du panneau, si la dernière fois date de plus de</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/options_page.py"></location>
            <source> days ago</source>
            <translation> jours</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/options_page.py"></location>
            <source>Days between two automatic refreshes</source>
            <translation>Jours entre deux actualisations automatiques</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/options_page.py"></location>
            <source>Fetch the pictures when I refresh, from each catalogue's own server only</source>
            <translation>Récupérer les images quand j'actualise, du seul serveur de chaque catalogue</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/options_page.py"></location>
            <source>Make the index again</source>
            <translation>Refaire l'index</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/options_page.py"></location>
            <source>Copies versions and states to the clipboard: no name, no path, no address.</source>
            <translation>Copie versions et états dans le presse-papiers : ni nom, ni chemin, ni adresse.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/options_page.py"></location>
            <source>Refreshing</source>
            <translation>Actualisation</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/options_page.py"></location>
            <source>Texts</source>
            <translation>Textes</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/options_page.py"></location>
            <source>Kept on this computer</source>
            <translation>Conservé sur cet ordinateur</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/options_page.py"></location>
            <source>As QGIS</source>
            <translation>Comme QGIS</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/options_page.py"></location>
            <source>Search index: {size}</source>
            <translation>Index de recherche : {size}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/results/bar.py"></location>
            <source>Order of the results</source>
            <translation>Ordre des résultats</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/results/bar.py"></location>
            <source>Which resources</source>
            <translation>Quelles ressources</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/results/bar.py"></location>
            <source>Relevance</source>
            <translation>Pertinence</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/results/bar.py"></location>
            <source>All</source>
            <translation>Toutes</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/results/bar.py"></location>
            <source>Favourites</source>
            <translation>Favoris</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/results/bar.py"></location>
            <source>Recent</source>
            <translation>Récentes</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/results/bar.py"></location>
            <source>Installed</source>
            <translation>Installées</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/results/bar.py"></location>
            <source>What is missing: {missing}</source>
            <translation>Ce qui manque : {missing}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/results/bar.py"></location>
            <source>About the theme “{theme}”</source>
            <translation>À propos du thème « {theme} »</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/results/view.py"></location>
            <source>Resources found</source>
            <translation>Ressources trouvées</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/script_options.py"></location>
            <location filename="../crige_ia_plugin/settings.py"></location>
            <source>Shared scripts</source>
            <translation>Scripts partagés</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/script_options.py"></location>
            <source>Never fetch their libraries from the network</source>
            <translation>Ne jamais récupérer leurs bibliothèques par le réseau</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/script_options.py"></location>
            <source>What pip and uv use on this computer</source>
            <translation>Celui que pip et uv utilisent sur cet ordinateur</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/script_options.py"></location>
            <source>Index of packages</source>
            <translation>Dépôt de paquets</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/script_options.py"></location>
            <source>Folder of packages, for computers without internet</source>
            <translation>Dossier de paquets, pour les postes sans internet</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/script_options.py"></location>
            <source>Certificates of the house (PEM)</source>
            <translation>Certificats de l'organisme (PEM)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/script_options.py"></location>
            <source>Python that runs them</source>
            <translation>Python qui les exécute</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/script_options.py"></location>
            <source>Program uv</source>
            <translation>Programme uv</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/searchbar.py"></location>
            <source>Search (“pedestrian crossing”, LiDAR…)</source>
            <translation>Rechercher (« passage piéton », LiDAR…)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/searchbar.py"></location>
            <source>Search the resources</source>
            <translation>Rechercher dans les ressources</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/status.py"></location>
            <source>Click to choose the catalogues.</source>
            <translation>Cliquez pour choisir les catalogues.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/status.py"></location>
            <source>No catalogue to refresh: the only one that is on ships with the plugin.</source>
            <translation>Aucun catalogue à actualiser : le seul actif est livré avec l'extension.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/status.py"></location>
            <source>Contribute</source>
            <translation>Contribuer</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>This needs the network, and the network cannot be reached at the moment.</source>
            <translation>Ceci nécessite le réseau, qui est injoignable pour l'instant.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>This tool is not in the toolbox: it needs another version of the plugin, or another plugin.</source>
            <translation>Cet outil n'est pas dans la boîte à outils : il lui faut une autre version de l'extension, ou une autre extension.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>Install “Apply an AI model to an image” first: here is its card. Then come back to this model.</source>
            <translation>Installez d'abord « Appliquer un modèle d'IA à une image » : voici sa fiche. Revenez ensuite à ce modèle.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>This card is to be read: there is nothing to open.</source>
            <translation>Cette fiche se lit : il n'y a rien à ouvrir.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>file</source>
            <translation>fichier</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>Apply this model</source>
            <translation>Appliquer ce modèle</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>Add to the project</source>
            <translation>Ajouter au projet</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>Add the demonstration data</source>
            <translation>Ajouter le jeu de démonstration</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>Start reading</source>
            <translation>Commencer la lecture</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>Add to my calendar</source>
            <translation>Ajouter à mon agenda</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>Install</source>
            <translation>Installer</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>Update</source>
            <translation>Mettre à jour</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>Show the files</source>
            <translation>Montrer les fichiers</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>Open the web page</source>
            <translation>Ouvrir la page web</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>Go back to the version before</source>
            <translation>Revenir à la version d'avant</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>Opens the tool's dialog; nothing runs before you say so ({target}).</source>
            <translation>Ouvre la boîte de dialogue de l'outil ; rien ne s'exécute sans votre accord ({target}).</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>Opens “Apply an AI model to an image” with {target}, whose integrity is verified first.</source>
            <translation>Ouvre « Appliquer un modèle d'IA à une image » avec {target}, dont l'intégrité est d'abord vérifiée.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>Adds “{target}” ({service}) to the project as a layer; your own layers are left alone.</source>
            <translation>Ajoute « {target} » ({service}) au projet comme couche ; vos propres couches ne sont pas touchées.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>Adds the layers of the demonstration town to the project; no network is needed.</source>
            <translation>Ajoute les couches de la ville de démonstration au projet ; sans réseau.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>Opens the first stop of the reading; no network is needed.</source>
            <translation>Ouvre la première étape de la lecture ; sans réseau.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>Saves an .ics file that your calendar can open ({target}).</source>
            <translation>Enregistre un fichier .ics que votre agenda peut ouvrir ({target}).</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>Downloads the files, verifies their integrity and keeps them: no network is needed then.</source>
            <translation>Télécharge les fichiers, vérifie leur intégrité et les garde : le réseau n'est plus nécessaire ensuite.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>Brings version {target} and verifies its integrity; the one in use is kept, to go back to.</source>
            <translation>Apporte la version {target} et vérifie son intégrité ; celle qui sert est gardée, pour pouvoir y revenir.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>Opens the folder of the installed files.</source>
            <translation>Ouvre le dossier des fichiers installés.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>Version {target} is still on this computer: no network is needed.</source>
            <translation>La version {target} est encore sur cet ordinateur : le réseau n'est pas nécessaire.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>Removes the installed files, all versions; nothing of yours is touched.</source>
            <translation>Retire les fichiers installés, toutes versions ; rien de ce qui est à vous n'est touché.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>Asks where to save “{target}”, then downloads it and verifies its integrity.</source>
            <translation>Demande où enregistrer « {target} », puis le télécharge et vérifie son intégrité.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/panel/wording.py"></location>
            <source>Opens this page in your browser: {target}</source>
            <translation>Ouvre cette page dans votre navigateur : {target}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/pictures.py"></location>
            <source>Fetching the pictures</source>
            <translation>Récupération des images</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/base.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <source>Roads</source>
            <translation>Routes</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/base.py"></location>
            <source>Imagery</source>
            <translation>Imagerie</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/base.py"></location>
            <source>Vegetation</source>
            <translation>Végétation</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/base.py"></location>
            <source>Land use</source>
            <translation>Occupation du sol</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/base.py"></location>
            <source>Planning</source>
            <translation>Urbanisme</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/base.py"></location>
            <source>Other shared scripts</source>
            <translation>Autres scripts partagés</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/base.py"></location>
            <source>Written on the run sheet, for instance “BD TOPO 2024-06-15”; otherwise taken from the layer's metadata.</source>
            <translation>Inscrit sur la fiche d'exécution, par exemple « BD TOPO 2024-06-15 » ; à défaut, déduit des métadonnées de la couche.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/base.py"></location>
            <source>By default the run sheet holds names of files, not folders: it can be published as it is.</source>
            <translation>Par défaut, la fiche d'exécution donne le nom des fichiers, pas leurs dossiers : elle peut être publiée telle quelle.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/base.py"></location>
            <source>HTML files (*.html)</source>
            <translation>Fichiers HTML (*.html)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/base.py"></location>
            <source>Edition of the input data</source>
            <translation>Millésime des données d'entrée</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/base.py"></location>
            <source>Full paths on the run sheet</source>
            <translation>Chemins complets sur la fiche d'exécution</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/base.py"></location>
            <source>Cancelled: no layer was written, what was there before is untouched.</source>
            <translation>Annulé : aucune couche n'a été écrite, ce qui existait avant est intact.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/base.py"></location>
            <source>Fields that had to be renamed: {names}.</source>
            <translation>Champs qu'il a fallu renommer : {names}.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/base.py"></location>
            <source>The folder of the run sheet “{name}” does not exist: create it, or choose another.</source>
            <translation>Le dossier de la fiche d'exécution « {name} » n'existe pas : créez-le, ou choisissez-en un autre.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/choices.py"></location>
            <source>{value}: {meaning}</source>
            <translation>{value} : {meaning}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/failures.py"></location>
            <source>There is not enough memory for this data. Close other programs, or work on a part of the area.</source>
            <translation>La mémoire ne suffit pas pour ces données. Fermez d'autres programmes, ou travaillez sur une partie du territoire.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/failures.py"></location>
            <source>“{tool}” stopped on an unexpected error ({error}). Nothing was written, what was there before is untouched. The detail is in the log messages panel, tab “{tab}”: please report it, with the kind of data you used.</source>
            <translation>« {tool} » s'est arrêté sur une erreur inattendue ({error}). Rien n'a été écrit, ce qui existait avant est intact. Le détail se trouve dans le panneau Journal des messages, onglet « {tab} » : merci de le signaler en précisant le type de données utilisées.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/inside/script.py"></location>
            <source>Processing script from the catalogue “{catalogue}”. It runs inside QGIS.</source>
            <translation>Script de traitement du catalogue « {catalogue} ». Il s'exécute dans QGIS.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/models.py"></location>
            <source>&lt;p&gt;Does in one go what a road service does with BD TOPO: cuts the roads at their intersections, measures each route, fits the measures to the markers (PR), and places a table of events.&lt;/p&gt;&lt;p&gt;The fields proposed are those of BD TOPO V3: &lt;i&gt;troncon_de_route&lt;/i&gt; and &lt;i&gt;point_de_repere&lt;/i&gt;. Open the model in the model designer to see the four tools, or to change them in a copy of yours.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Fait d'un trait ce qu'un service routier fait avec la BD TOPO : tronçonne les routes aux intersections, mesure chaque route, cale les mesures sur les points de repère (PR), et place une table d'événements.&lt;/p&gt;&lt;p&gt;Les champs proposés sont ceux de la BD TOPO V3 : &lt;i&gt;troncon_de_route&lt;/i&gt; et &lt;i&gt;point_de_repere&lt;/i&gt;. Ouvrez le modèle dans le modeleur pour voir les quatre outils, ou pour les modifier dans une copie à vous.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/models.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>Road network</source>
            <translation>Réseau routier</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/models.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <source>Markers (PR)</source>
            <translation>Points de repère (PR)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/models.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>Table of events</source>
            <translation>Table d'événements</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/models.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <source>Route field</source>
            <translation>Champ de la route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/models.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>Level field (position above or below the ground)</source>
            <translation>Champ de niveau (position par rapport au sol)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/models.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>Tolerance for repairs (0: nothing is moved)</source>
            <translation>Tolérance de correction (0 : rien n'est déplacé)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/models.py"></location>
            <source>Events: route</source>
            <translation>Événements : route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/models.py"></location>
            <source>Events: PR or address, of the event or of its start</source>
            <translation>Événements : PR ou adresse, de l'événement ou de son début</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/models.py"></location>
            <source>Events: metres after that PR</source>
            <translation>Événements : mètres après ce PR</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/models.py"></location>
            <source>Events: PR or address of the end, for sections</source>
            <translation>Événements : PR ou adresse de la fin, pour les sections</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/models.py"></location>
            <source>Events: metres after the PR of the end</source>
            <translation>Événements : mètres après le PR de fin</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/models.py"></location>
            <source>Events: département</source>
            <translation>Événements : département</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/models.py"></location>
            <source>Events: side</source>
            <translation>Événements : côté</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/models.py"></location>
            <source>Markers: route</source>
            <translation>PR : route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/models.py"></location>
            <source>Markers: number</source>
            <translation>PR : numéro</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/models.py"></location>
            <source>Markers: département</source>
            <translation>PR : département</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/models.py"></location>
            <source>Markers: network (concession or manager)</source>
            <translation>PR : réseau (concession ou gestionnaire)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/models.py"></location>
            <source>Markers: side</source>
            <translation>PR : côté</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/models.py"></location>
            <source>Markers: cumulated distance</source>
            <translation>PR : cumul</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/models.py"></location>
            <source>Markers: type</source>
            <translation>PR : type</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/models.py"></location>
            <source>Anomalies of the network</source>
            <translation>Anomalies du réseau</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/models.py"></location>
            <source>Segments with abscissas</source>
            <translation>Tronçons avec abscisses</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/models.py"></location>
            <source>Anomalies of the routes</source>
            <translation>Anomalies des routes</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/models.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <source>Calibrated routes</source>
            <translation>Routes calées</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/models.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/referencing.py"></location>
            <source>Calibrated markers</source>
            <translation>PR calés</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/models.py"></location>
            <source>Anomalies of the markers</source>
            <translation>Anomalies des PR</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/models.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>Placed events</source>
            <translation>Événements placés</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/models.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>Events that could not be placed</source>
            <translation>Événements non placés</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/models.py"></location>
            <source>From the road network to placed events</source>
            <translation>Du réseau routier aux événements placés</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/output/database.py"></location>
            <source>the table is there already, choose another name or drop it first</source>
            <translation>la table existe déjà, choisissez un autre nom ou supprimez-la d'abord</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/output/files.py"></location>
            <source>{count} texts were longer than the {limit} bytes that a Shapefile holds and were cut.</source>
            <translation>{count} textes dépassaient les {limit} octets que contient un Shapefile et ont été coupés.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/output/opening.py"></location>
            <source>Two outputs cannot both be written to “{name}”: choose another file for one of them.</source>
            <translation>Deux sorties ne peuvent pas s'écrire toutes deux dans « {name} » : choisissez un autre fichier pour l'une d'elles.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/output/opening.py"></location>
            <source>A layer cannot be added to “{name}”: choose a GeoPackage (.gpkg) or a file.</source>
            <translation>Impossible d'ajouter une couche à « {name} » : choisissez un GeoPackage (.gpkg) ou un fichier.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/output/targets.py"></location>
            <source>The disk of “{name}” is full. Free some space or choose another place, then run again. What was there before is untouched.</source>
            <translation>Le disque de « {name} » est plein. Libérez de la place ou choisissez un autre emplacement, puis relancez. Ce qui existait avant est intact.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/output/targets.py"></location>
            <source>“{name}” cannot be written: {detail}. Check that the place exists, that you may write there and that no other program has it open. What was there before is untouched.</source>
            <translation>« {name} » ne peut pas être écrit : {detail}. Vérifiez que l'emplacement existe, que vous avez le droit d'y écrire et qu'aucun autre programme ne l'a ouvert. Ce qui existait avant est intact.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/output/targets.py"></location>
            <source>it is no GeoPackage</source>
            <translation>ce n'est pas un GeoPackage</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/output/targets.py"></location>
            <source>“{name}”: this kind of file is unknown. Choose .gpkg, .shp, .geojson, .fgb or .csv.</source>
            <translation>« {name} » : ce type de fichier est inconnu. Choisissez .gpkg, .shp, .geojson, .fgb ou .csv.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/output/together.py"></location>
            <source>“{name}” cannot be replaced: it is open in QGIS or in another program, or protected. Close it, or choose another file. It was left as it was.</source>
            <translation>« {name} » ne peut pas être remplacé : il est ouvert dans QGIS ou dans un autre programme, ou protégé. Fermez-le ou choisissez un autre fichier. Il a été laissé tel quel.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/output/written.py"></location>
            <source>it holds no layer</source>
            <translation>il ne contient aucune couche</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/output/written.py"></location>
            <source>it holds no band</source>
            <translation>il ne contient aucune bande</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/output/written.py"></location>
            <source>its format is unknown</source>
            <translation>son format est inconnu</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/output/written.py"></location>
            <source>it was not written</source>
            <translation>il n'a pas été écrit</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/reports.py"></location>
            <source>The layers are written, but not the run sheet “{name}”: {detail}.</source>
            <translation>Les couches sont écrites, mais pas la fiche d'exécution « {name} » : {detail}.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/reports.py"></location>
            <source>The run sheet “{name}” is not written: {detail}.</source>
            <translation>La fiche d'exécution « {name} » n'est pas écrite : {detail}.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/reports.py"></location>
            <source>Run sheet: {path}
To share this run with others: menu {menu} ▸ Share a run…</source>
            <translation>Fiche d'exécution : {path}
Pour partager cette exécution : menu {menu} ▸ Faire un retour d'expérience…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/anomaly_layer.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/network_findings.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/route_checks.py"></location>
            <source>Anomaly</source>
            <translation>Anomalie</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/anomaly_layer.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/network_findings.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/route_checks.py"></location>
            <source>Severity</source>
            <translation>Gravité</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/anomaly_layer.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/locate_points.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/network_findings.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>Explanation</source>
            <translation>Explication</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/anomaly_layer.py"></location>
            <source>What was decided</source>
            <translation>Décision prise</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/anomaly_layer.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/locate_points.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/road_input.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/route_checks.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/route_layers.py"></location>
            <source>Route</source>
            <translation>Route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/anomaly_layer.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/route_layers.py"></location>
            <source>Side (D, G, or U: single)</source>
            <translation>Côté (D, G ou U : chaussée unique)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/anomaly_layer.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/locate_points.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/route_layers.py"></location>
            <source>Branch (0: main line)</source>
            <translation>Branche (0 : axe principal)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/anomaly_layer.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/network_findings.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/route_layers.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>Source feature</source>
            <translation>Entité source</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/anomaly_layer.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/network_findings.py"></location>
            <source>Other feature</source>
            <translation>Autre entité</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/anomaly_layer.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <source>Distance (m) or number</source>
            <translation>Distance (m) ou nombre</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/anomaly_layer.py"></location>
            <location filename="../crige_ia_plugin/processing/styles.py"></location>
            <source>Marker</source>
            <translation>PR</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <source>&lt;p&gt;Fits the measures (M) of routes to their reference points (PR): at each marker the measure is its official cumulated distance, between two markers it is linear. Where markers carry no cumulated distance, measures are metres of ground from the start of the route.&lt;/p&gt;&lt;p&gt;Roads are put in order and direction as by “Compute curvilinear abscissas”; routes run towards increasing PR. Both carriageways share one numbering; a left one without markers takes that of the right one.&lt;/p&gt;&lt;h3&gt;Parameters&lt;/h3&gt;&lt;p&gt;&lt;b&gt;Roads&lt;/b&gt; and their &lt;b&gt;route field&lt;/b&gt;: &lt;i&gt;cpx_numero&lt;/i&gt; (BD TOPO V3), &lt;i&gt;numero&lt;/i&gt; (V2)… &lt;b&gt;Side field&lt;/b&gt;: D right, G left, U or I single; without it, the second carriageway is found by its place.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Markers&lt;/b&gt;: BD TOPO's &lt;i&gt;point_de_repere&lt;/i&gt; or the national file (&lt;i&gt;bornes&lt;/i&gt;); their fields are proposed. Names of routes compare whatever their zeros, spaces and hyphens (N0088 = N88). The key of a marker is route, network, département, number and side: without network or département numbers repeat. In BD TOPO, &lt;i&gt;abscisse&lt;/i&gt; is the cumulated distance, and only the &lt;b&gt;types&lt;/b&gt; PR, PR0, PRD and PRF are posts on the ground; the others are left out. Markers may be in another CRS.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Maximum distance&lt;/b&gt;, in metres: a marker farther from its route is not used. &lt;b&gt;Beyond the first and the last marker&lt;/b&gt;: &lt;i&gt;extend&lt;/i&gt;, one metre of ground counts one metre; &lt;i&gt;clip&lt;/i&gt;, routes are cut there; &lt;i&gt;null&lt;/i&gt;, they stay without measure.&lt;/p&gt;&lt;h3&gt;Outputs&lt;/h3&gt;&lt;p&gt;&lt;b&gt;Calibrated routes&lt;/b&gt;: one feature a route, side and branch, with M, and &lt;i&gt;plod, absd, cumuld, plof, absf, cumulf&lt;/i&gt;: marker, metres after it and cumulated distance at start and end. &lt;b&gt;Segments&lt;/b&gt;: the roads, all their attributes and the same fields. &lt;b&gt;Calibrated markers&lt;/b&gt;: each marker at its place on the route, with &lt;i&gt;m&lt;/i&gt; and &lt;i&gt;ground&lt;/i&gt;; the tools that place events take this layer. &lt;b&gt;Residuals&lt;/b&gt;: for each interval between two markers, the official distance, the one measured, and their difference. &lt;b&gt;Anomalies&lt;/b&gt;: markers that were not used, and why; routes without markers. &lt;b&gt;Run sheet&lt;/b&gt;: the table of residuals, the checks, and an estimate of the energy used.&lt;/p&gt;&lt;h3&gt;Limits&lt;/h3&gt;&lt;p&gt;PR are no kilometre posts: two may be 60 m or 1,300 m apart. The abscissa after a marker is in real metres of ground and may exceed 1,000. Markers whose number or distance is out of order are left out, keeping as many of the others as possible.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Ajuste les mesures (M) des routes à leurs points de repère (PR) : à chaque PR, la mesure est son cumul officiel ; entre deux PR, elle est linéaire. Là où les PR ne portent pas de cumul, les mesures sont des mètres de terrain depuis le début de la route.&lt;/p&gt;&lt;p&gt;Les tronçons sont mis en ordre et dans le même sens comme par « Calculer les abscisses curvilignes » ; les routes vont vers les PR croissants. Les deux chaussées partagent une même numérotation ; une chaussée de gauche sans PR prend celle de droite.&lt;/p&gt;&lt;h3&gt;Paramètres&lt;/h3&gt;&lt;p&gt;&lt;b&gt;Réseau&lt;/b&gt; et &lt;b&gt;champ de la route&lt;/b&gt; : &lt;i&gt;cpx_numero&lt;/i&gt; (BD TOPO V3), &lt;i&gt;numero&lt;/i&gt; (V2)… &lt;b&gt;Champ du côté&lt;/b&gt; : D droite, G gauche, U ou I chaussée unique ; sans lui, la seconde chaussée est reconnue à sa place.&lt;/p&gt;&lt;p&gt;&lt;b&gt;PR&lt;/b&gt; : la couche &lt;i&gt;point_de_repere&lt;/i&gt; de la BD TOPO ou le fichier national (&lt;i&gt;bornes&lt;/i&gt;) ; leurs champs sont proposés. Les noms de routes sont comparés quels que soient leurs zéros, espaces et tirets (N0088 = N88). La clé d'un PR est route, réseau, département, numéro et côté : sans réseau ni département, les numéros se répètent. Dans la BD TOPO, &lt;i&gt;abscisse&lt;/i&gt; est le cumul, et seuls les &lt;b&gt;types&lt;/b&gt; PR, PR0, PRD et PRF sont des bornes sur le terrain ; les autres sont écartés. Les PR peuvent être dans un autre SCR.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Distance maximale&lt;/b&gt;, en mètres : un PR plus éloigné de sa route n'est pas utilisé. &lt;b&gt;Au-delà du premier et du dernier PR&lt;/b&gt; : &lt;i&gt;extend&lt;/i&gt;, un mètre de terrain compte pour un mètre ; &lt;i&gt;clip&lt;/i&gt;, les routes y sont coupées ; &lt;i&gt;null&lt;/i&gt;, elles restent sans mesure.&lt;/p&gt;&lt;h3&gt;Sorties&lt;/h3&gt;&lt;p&gt;&lt;b&gt;Routes calées&lt;/b&gt; : une entité par route, côté et branche, avec M et &lt;i&gt;plod, absd, cumuld, plof, absf, cumulf&lt;/i&gt; : PR, mètres après lui et cumul au début et à la fin. &lt;b&gt;Tronçons&lt;/b&gt; : les tronçons, tous leurs attributs et les mêmes champs. &lt;b&gt;PR calés&lt;/b&gt; : chaque PR à sa place sur la route, avec &lt;i&gt;m&lt;/i&gt; et &lt;i&gt;ground&lt;/i&gt; ; les outils qui placent des événements prennent cette couche. &lt;b&gt;Résidus&lt;/b&gt; : pour chaque intervalle entre deux PR, la distance officielle, celle mesurée, et leur écart. &lt;b&gt;Anomalies&lt;/b&gt; : les PR non utilisés, et pourquoi ; les routes sans PR. &lt;b&gt;Fiche d'exécution&lt;/b&gt; : le tableau des résidus, les contrôles, et une estimation de l'énergie consommée.&lt;/p&gt;&lt;h3&gt;Limites&lt;/h3&gt;&lt;p&gt;Les PR ne sont pas des bornes kilométriques : deux d'entre eux peuvent être à 60 m ou à 1 300 m l'un de l'autre. L'abscisse après un PR est en vrais mètres de terrain et peut dépasser 1 000. Les PR dont le numéro ou le cumul ne suit pas l'ordre sont écartés, en gardant le plus possible des autres.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <source>Route of the marker</source>
            <translation>Route du PR</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <source>Number of the marker (PR)</source>
            <translation>Numéro du PR</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <source>Département of the marker</source>
            <translation>Département du PR</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <source>Network of the marker (concession or manager)</source>
            <translation>Réseau du PR (concession ou gestionnaire)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <source>Side of the marker (D, G, I or U)</source>
            <translation>Côté du PR (D, G, I ou U)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <source>Cumulated distance of the marker (m)</source>
            <translation>Cumul du PR (m)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <source>Type of the marker</source>
            <translation>Type du PR</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <source>Go on in metres of ground</source>
            <translation>Continuer en mètres de terrain</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <source>Cut the routes there</source>
            <translation>Y couper les routes</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <source>Keep the routes, without measure</source>
            <translation>Garder les routes, sans mesure</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <source>Calibrate routes on markers</source>
            <translation>Caler les routes sur les points de repère</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <source>Fits the measures of routes to their reference points (PR), and says how well they agree.</source>
            <translation>Ajuste les mesures des routes à leurs points de repère (PR), et dit à quel point ils concordent.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <source>road,route,PR,marker,reference point,kilometre post,calibration,linear referencing,M,measure,BD TOPO,LRS</source>
            <translation>route,PR,point de repère,borne,calage,caler,bornage,abscisse,référencement linéaire,M,mesure,BD TOPO,LRS</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <source>Maximum distance from a marker to its route</source>
            <translation>Distance maximale d'un PR à sa route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <source>Beyond the first and the last marker</source>
            <translation>Au-delà du premier et du dernier PR</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <source>Side field (D, G, U)</source>
            <translation>Champ du côté (D, G, U)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>Segments</source>
            <translation>Tronçons</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <source>Residuals</source>
            <translation>Résidus</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/network_findings.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/route_checks.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>Anomalies</source>
            <translation>Anomalies</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>Number of segments</source>
            <translation>Nombre de tronçons</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <source>Number of routes</source>
            <translation>Nombre de routes</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <source>Number of markers used</source>
            <translation>Nombre de PR utilisés</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>Number of anomalies</source>
            <translation>Nombre d'anomalies</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <source>The markers have fields that were not used and usually should be: {fields}. Choose them in the parameters of the same name.</source>
            <translation>Les PR ont des champs qui n'ont pas été utilisés et le sont d'ordinaire : {fields}. Choisissez-les dans les paramètres correspondants.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibrate_routes.py"></location>
            <source>None of the routes named by the markers (field “{marker_field}”) is among those of the roads (field “{road_field}”): check both fields, and that the layers are of one region.</source>
            <translation>Aucune des routes que nomment les PR (champ « {marker_field} ») n'est parmi celles du réseau (champ « {road_field} ») : vérifiez les deux champs, et que les deux couches sont de la même région.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <source>Routes with markers</source>
            <translation>Routes avec PR</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <source>Markers not used</source>
            <translation>PR non utilisés</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <source>Markers of other places or other routes</source>
            <translation>PR d'autres lieux ou d'autres routes</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <source>Intervals between two markers</source>
            <translation>Intervalles entre deux PR</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/route_checks.py"></location>
            <source>Side</source>
            <translation>Côté</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>Département</source>
            <translation>Département</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <source>From</source>
            <translation>De</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <source>To</source>
            <translation>À</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <source>Official distance (m)</source>
            <translation>Distance officielle (m)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <source>Distance on the ground (m)</source>
            <translation>Distance sur le terrain (m)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <source>Official minus ground (m)</source>
            <translation>Officielle moins terrain (m)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/locate_points.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>PR</source>
            <translation>PR</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>Network (concession or manager)</source>
            <translation>Réseau (concession ou gestionnaire)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <source>Measure on the calibrated route (m)</source>
            <translation>Mesure sur la route calée (m)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <source>Metres of ground from the start of the route</source>
            <translation>Mètres de terrain depuis le début de la route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <source>Distance from the marker to the route (m)</source>
            <translation>Distance du PR à la route (m)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <source>Used for the calibration</source>
            <translation>Utilisé pour le calage</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <source>From PR</source>
            <translation>Du PR</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <source>To PR</source>
            <translation>Au PR</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/route_layers.py"></location>
            <source>Cumulated distance at the start (m)</source>
            <translation>Cumul au début (m)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/route_layers.py"></location>
            <source>Cumulated distance at the end (m)</source>
            <translation>Cumul à la fin (m)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <source>Farthest marker from its route</source>
            <translation>PR le plus éloigné de sa route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <source>Mean difference between official and ground</source>
            <translation>Écart moyen entre distance officielle et terrain</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <source>Largest difference</source>
            <translation>Plus grand écart</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <source>Every marker of the area is used</source>
            <translation>Tous les PR du territoire sont utilisés</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <source>Every route has markers</source>
            <translation>Toutes les routes ont des PR</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/route_checks.py"></location>
            <source>The direction of every route is certain</source>
            <translation>Le sens de chaque route est certain</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <source>No marker could be used: measures are metres from the start of each route. See the anomalies.</source>
            <translation>Aucun PR n'a pu être utilisé : les mesures sont des mètres depuis le début de chaque route. Voyez les anomalies.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/network_findings.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/referencing.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/route_checks.py"></location>
            <source>Number</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <source>largest: {value} m</source>
            <translation>le plus grand : {value} m</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <source>Official distances are within {metres} m of the ground</source>
            <translation>Les distances officielles sont à moins de {metres} m du terrain</translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/route_checks.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>%n found</source>
            <translation>
                <numerusform>%n cas</numerusform>
                <numerusform>%n cas</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <source>&lt;p&gt;Looks a road network over and lists everything that is wrong in it: what, where, how grave. Nothing is changed: the result is a layer of anomalies, and a run sheet that can be shown.&lt;/p&gt;&lt;h3&gt;What is looked for&lt;/h3&gt;&lt;p&gt;&lt;b&gt;Errors&lt;/b&gt;: no geometry, coordinates that are no numbers, lines without length. &lt;b&gt;Warnings&lt;/b&gt;: duplicates, overlaps, lines that cross without a common vertex on the same level (a junction or a level is missing), lines that cross themselves, ends that stop short of a line or run over it, vertices that nearly meet, parts that are joined to no other. &lt;b&gt;Information&lt;/b&gt;: vertices shared by lines of different levels, unknown heights (9999, −1000, NaN).&lt;/p&gt;&lt;h3&gt;Parameters&lt;/h3&gt;&lt;p&gt;&lt;b&gt;Level field&lt;/b&gt;: a bridge over a road is no crossing. BD TOPO: &lt;i&gt;position_par_rapport_au_sol&lt;/i&gt; (V3) or &lt;i&gt;pos_sol&lt;/i&gt; (V2); OpenStreetMap: &lt;i&gt;layer&lt;/i&gt;; proposed as soon as the layer is chosen. &lt;b&gt;Tolerance&lt;/b&gt;, in layer units: ends and vertices this near were meant to meet; 1 metre when it is not set, 0 to look for none.&lt;/p&gt;&lt;h3&gt;Outputs&lt;/h3&gt;&lt;p&gt;&lt;b&gt;Anomalies&lt;/b&gt;: points with their kind, severity, explanation, the features concerned and a distance in metres. &lt;b&gt;Run sheet&lt;/b&gt;: how many of each kind, length, junctions, dead ends, parts of the network, and the checks passed or failed.&lt;/p&gt;&lt;h3&gt;Then&lt;/h3&gt;&lt;p&gt;“Split roads at intersections” repairs ends within its own tolerance. A network clipped to an area has parts that are joined outside of it: they are no faults.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Passe en revue un réseau routier et dresse la liste de tout ce qui n'y va pas : quoi, où, avec quelle gravité. Rien n'est modifié : le résultat est une couche d'anomalies, et une fiche d'exécution qui peut être montrée.&lt;/p&gt;&lt;h3&gt;Ce qui est recherché&lt;/h3&gt;&lt;p&gt;&lt;b&gt;Erreurs&lt;/b&gt; : géométrie absente, coordonnées qui ne sont pas des nombres, lignes de longueur nulle. &lt;b&gt;Avertissements&lt;/b&gt; : doublons, superpositions, lignes qui se croisent sans sommet commun au même niveau (il manque un carrefour ou un niveau), lignes qui se recoupent, extrémités qui s'arrêtent avant une ligne ou la dépassent, sommets presque confondus, parties reliées à aucune autre. &lt;b&gt;Information&lt;/b&gt; : sommets communs à des lignes de niveaux différents, altitudes inconnues (9999, −1000, NaN).&lt;/p&gt;&lt;h3&gt;Paramètres&lt;/h3&gt;&lt;p&gt;&lt;b&gt;Champ de niveau&lt;/b&gt; : un pont au-dessus d'une route n'est pas un croisement. BD TOPO : &lt;i&gt;position_par_rapport_au_sol&lt;/i&gt; (V3) ou &lt;i&gt;pos_sol&lt;/i&gt; (V2) ; OpenStreetMap : &lt;i&gt;layer&lt;/i&gt; ; proposé dès que la couche est choisie. &lt;b&gt;Tolérance&lt;/b&gt;, en unités de la couche : des extrémités et des sommets aussi proches devaient se rejoindre ; 1 mètre si elle n'est pas renseignée, 0 pour n'en chercher aucun.&lt;/p&gt;&lt;h3&gt;Sorties&lt;/h3&gt;&lt;p&gt;&lt;b&gt;Anomalies&lt;/b&gt; : des points avec leur type, leur gravité, une explication, les entités en cause et une distance en mètres. &lt;b&gt;Fiche d'exécution&lt;/b&gt; : combien de chaque type, longueur, carrefours, impasses, parties du réseau, et les contrôles réussis ou échoués.&lt;/p&gt;&lt;h3&gt;Ensuite&lt;/h3&gt;&lt;p&gt;« Tronçonner les routes aux intersections » corrige les extrémités dans la limite de sa propre tolérance. Un réseau découpé selon un territoire a des parties qui se rejoignent hors de celui-ci : ce ne sont pas des défauts.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <source>Check a road network</source>
            <translation>Contrôler un réseau routier</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <source>Finds what is wrong in a road network, shows where, and changes nothing.</source>
            <translation>Trouve ce qui ne va pas dans un réseau routier, montre où, et ne modifie rien.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <source>road,network,quality,control,topology,duplicate,overlap,undershoot,overshoot,connectivity,BD TOPO,OSM</source>
            <translation>route,voirie,réseau,qualité,contrôle,contrôler,topologie,doublon,superposition,raccord,connexité,BD TOPO,OSM</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <source>Features checked</source>
            <translation>Entités contrôlées</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>Junctions</source>
            <translation>Carrefours</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <source>Dead ends</source>
            <translation>Impasses</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <source>Parts of the network that are joined to no other</source>
            <translation>Parties du réseau reliées à aucune autre</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <source>Every feature is a line that can be used</source>
            <translation>Chaque entité est une ligne utilisable</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/route_checks.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>No duplicate line</source>
            <translation>Aucune ligne en double</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>No overlap</source>
            <translation>Aucune superposition</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>No crossing without a common vertex on the same level</source>
            <translation>Aucun croisement sans sommet commun au même niveau</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <source>No line crosses itself</source>
            <translation>Aucune ligne ne se recoupe</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <source>Ends that are near meet</source>
            <translation>Les extrémités proches se rejoignent</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <source>The network holds together in one part</source>
            <translation>Le réseau tient en une seule partie</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/route_checks.py"></location>
            <source>Every height is known</source>
            <translation>Toutes les altitudes sont connues</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <source>Ends this near were meant to meet (not set: 1 m)</source>
            <translation>Distance sous laquelle des extrémités devaient se rejoindre (non renseignée : 1 m)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <source>Number of errors</source>
            <translation>Nombre d'erreurs</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <source>Number of warnings</source>
            <translation>Nombre d'avertissements</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/road_input.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>The layer has no CRS: lengths are in its own units. Give it its CRS to have metres.</source>
            <translation>La couche n'a pas de SCR : les longueurs sont dans ses propres unités. Indiquez son SCR pour les avoir en mètres.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <source>The layer is empty, or its filter or selection leaves nothing: there is nothing to check.</source>
            <translation>La couche est vide, ou son filtre ou sa sélection ne laisse rien : il n'y a rien à contrôler.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <source>Share of the longest part</source>
            <translation>Part de la plus longue partie</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <source>No feature of the layer holds a line: see the anomalies.</source>
            <translation>Aucune entité de la couche ne contient de ligne : voyez les anomalies.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>Total length, {how}</source>
            <translation>Longueur totale, {how}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <source>At given points</source>
            <translation>À des points donnés</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <source>&lt;p&gt;Puts the roads of each route in order, turns them in one direction and measures them from the start of the route: the &lt;b&gt;curvilinear abscissa&lt;/b&gt; of every segment, and routes whose geometry carries measures (M).&lt;/p&gt;&lt;p&gt;Roads may come in any order and direction, several features a route, single or multiple: the result does not depend on it. Every attribute is kept; an input field that has the name of one of ours becomes &lt;i&gt;name_input&lt;/i&gt;.&lt;/p&gt;&lt;h3&gt;Parameters&lt;/h3&gt;&lt;p&gt;&lt;b&gt;Route field&lt;/b&gt;: &lt;i&gt;cpx_numero&lt;/i&gt; (BD TOPO V3), &lt;i&gt;numero&lt;/i&gt; (V2), &lt;i&gt;ref&lt;/i&gt; (OpenStreetMap) are proposed. Names compare whatever their case, spaces, hyphens and leading zeros (N0088 = RN 88 = N88); &lt;i&gt;D6/D12&lt;/i&gt; is a stretch that counts in both routes. &lt;b&gt;Side field&lt;/b&gt;: D right, G left, U or I single carriageway; without it, the second carriageway of a route is found by its place.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Where routes start&lt;/b&gt;: &lt;i&gt;south-west&lt;/i&gt;, the south-western end; &lt;i&gt;digitised&lt;/i&gt;, as the first road of the layer was digitised; &lt;i&gt;points&lt;/i&gt;, at the start points (the field that names their route is used, if there is one); &lt;i&gt;markers&lt;/i&gt;, at the lowest marker: choose BD TOPO's point_de_repere or the national file as start points.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Length&lt;/b&gt;: &lt;i&gt;ellipsoidal&lt;/i&gt;, metres of ground; &lt;i&gt;planar&lt;/i&gt;, in the CRS, which Lambert-93 alters; &lt;i&gt;3d&lt;/i&gt;, along the slope: unknown heights (9999, −1000, NaN) are interpolated for this, and reported; the output keeps them. &lt;b&gt;What a gap counts&lt;/b&gt;: &lt;i&gt;straight&lt;/i&gt;, its straight distance (up to 10 km; beyond, it counts nothing); &lt;i&gt;zero&lt;/i&gt;, nothing; &lt;i&gt;markers&lt;/i&gt;, the official distance between the markers around it.&lt;/p&gt;&lt;h3&gt;Rules&lt;/h3&gt;&lt;p&gt;At a fork the main line goes straightest, then longest; branches are numbered 1, 2… and start at the abscissa of the fork. A roundabout counts from entry to exit in the direction of travel. A closed loop starts at its start point or lowest marker. The left carriageway shares the numbering of the right one. Roads without a route name and exact duplicates are left out. Each such decision is listed in the anomalies, with its place.&lt;/p&gt;&lt;h3&gt;Outputs&lt;/h3&gt;&lt;p&gt;&lt;b&gt;Segments&lt;/b&gt;: the roads in the direction of their route, with M, and &lt;i&gt;route, side, branch, rank, reversed, cumuld, cumulf&lt;/i&gt; (abscissas at start and end, in metres), &lt;i&gt;shared&lt;/i&gt; and &lt;i&gt;source_fid&lt;/i&gt;. &lt;b&gt;Routes&lt;/b&gt;: one feature a route, side and branch. &lt;b&gt;Anomalies&lt;/b&gt;: gaps, forks, loops, duplicates, directions in doubt… and what was decided. &lt;b&gt;Run sheet&lt;/b&gt;: how the result was made and checked, and an estimate of the energy used.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Met les tronçons de chaque route en ordre et dans le même sens, et les mesure depuis le début de la route : &lt;b&gt;abscisse curviligne&lt;/b&gt; de chaque tronçon, et routes dont la géométrie porte des mesures (M).&lt;/p&gt;&lt;p&gt;Les tronçons peuvent venir dans n'importe quel ordre et n'importe quel sens, à plusieurs entités par route, simples ou multiples : le résultat n'en dépend pas. Tous les attributs sont conservés ; un champ en entrée qui porte le nom de l'un des nôtres devient &lt;i&gt;nom_input&lt;/i&gt;.&lt;/p&gt;&lt;h3&gt;Paramètres&lt;/h3&gt;&lt;p&gt;&lt;b&gt;Champ de la route&lt;/b&gt; : &lt;i&gt;cpx_numero&lt;/i&gt; (BD TOPO V3), &lt;i&gt;numero&lt;/i&gt; (V2), &lt;i&gt;ref&lt;/i&gt; (OpenStreetMap) sont proposés. Les noms sont comparés quels que soient casse, espaces, tirets et zéros en tête (N0088 = RN 88 = N88) ; &lt;i&gt;D6/D12&lt;/i&gt; est une section qui compte dans les deux routes. &lt;b&gt;Champ du côté&lt;/b&gt; : D droite, G gauche, U ou I chaussée unique ; sans lui, la seconde chaussée d'une route est reconnue à sa place.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Origine des routes&lt;/b&gt; : &lt;i&gt;south-west&lt;/i&gt;, l'extrémité sud-ouest ; &lt;i&gt;digitised&lt;/i&gt;, le sens de numérisation du premier tronçon de la couche ; &lt;i&gt;points&lt;/i&gt;, les points d'origine (le champ qui nomme leur route est utilisé, s'il y en a un) ; &lt;i&gt;markers&lt;/i&gt;, le PR le plus bas : choisissez alors la couche point_de_repere de la BD TOPO ou le fichier national comme points d'origine.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Longueur&lt;/b&gt; : &lt;i&gt;ellipsoidal&lt;/i&gt;, mètres de terrain ; &lt;i&gt;planar&lt;/i&gt;, dans le SCR, que le Lambert-93 altère ; &lt;i&gt;3d&lt;/i&gt;, le long de la pente : les altitudes inconnues (9999, −1000, NaN) sont alors interpolées, et signalées ; la sortie les conserve. &lt;b&gt;Ce que compte une interruption&lt;/b&gt; : &lt;i&gt;straight&lt;/i&gt;, sa distance en ligne droite (jusqu'à 10 km ; au-delà, elle ne compte pas) ; &lt;i&gt;zero&lt;/i&gt;, rien ; &lt;i&gt;markers&lt;/i&gt;, la distance officielle entre les PR qui l'entourent.&lt;/p&gt;&lt;h3&gt;Règles&lt;/h3&gt;&lt;p&gt;À une bifurcation, l'axe principal suit la voie la plus droite, puis la plus longue ; les branches sont numérotées 1, 2… et commencent à l'abscisse de la bifurcation. Un rond-point compte de l'entrée à la sortie dans le sens de circulation. Une boucle fermée commence à son point d'origine ou à son PR le plus bas. La chaussée de gauche partage la numérotation de celle de droite. Les tronçons sans nom de route et les doublons exacts sont écartés. Chacune de ces décisions figure dans les anomalies, avec son lieu.&lt;/p&gt;&lt;h3&gt;Sorties&lt;/h3&gt;&lt;p&gt;&lt;b&gt;Tronçons&lt;/b&gt; : dans le sens de leur route, avec M et &lt;i&gt;route, side, branch, rank, reversed, cumuld, cumulf&lt;/i&gt; (abscisses au début et à la fin, en mètres), &lt;i&gt;shared&lt;/i&gt; et &lt;i&gt;source_fid&lt;/i&gt;. &lt;b&gt;Routes&lt;/b&gt; : une entité par route, côté et branche. &lt;b&gt;Anomalies&lt;/b&gt; : interruptions, bifurcations, boucles, doublons, sens incertains… et ce qui a été décidé. &lt;b&gt;Fiche d'exécution&lt;/b&gt; : comment le résultat a été obtenu et contrôlé, et une estimation de l'énergie consommée.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <source>South-west end</source>
            <translation>Extrémité sud-ouest</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <source>As the first road was digitised</source>
            <translation>Sens de numérisation du premier tronçon</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <source>Lowest marker</source>
            <translation>PR le plus bas</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <source>Its straight distance</source>
            <translation>Sa distance en ligne droite</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <source>Nothing</source>
            <translation>Rien</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <source>What the markers say</source>
            <translation>Ce que disent les PR</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <source>On the ellipsoid (ground)</source>
            <translation>Sur l'ellipsoïde (terrain)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <source>In the plane of the CRS</source>
            <translation>Dans le plan du SCR</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <source>In 3D, along the slope</source>
            <translation>En 3D, le long de la pente</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <source>Compute curvilinear abscissas</source>
            <translation>Calculer les abscisses curvilignes</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <source>Puts the roads of each route in order and direction, and measures them from its start.</source>
            <translation>Met les tronçons de chaque route en ordre et dans le même sens, et les mesure depuis son début.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <source>road,route,abscissa,chainage,measure,linear referencing,M,cumulated distance,gap,fork,BD TOPO,LRS</source>
            <translation>route,abscisse,abscisse curviligne,cumul,mesure,référencement linéaire,M,interruption,bifurcation,BD TOPO,LRS</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <source>Where routes start</source>
            <translation>Origine des routes</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <source>Length</source>
            <translation>Longueur</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <source>What a gap counts</source>
            <translation>Ce que compte une interruption</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <source>Start points, or markers</source>
            <translation>Points d'origine, ou PR</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <source>Routes</source>
            <translation>Routes</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <source>Routes are to start at given points: choose the layer of start points.</source>
            <translation>Les routes doivent commencer à des points donnés : choisissez la couche des points d'origine.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <source>Markers are to tell where routes start, or what gaps count: choose them as start points.</source>
            <translation>Les PR doivent dire où commencent les routes, ou ce que comptent les interruptions : choisissez-les comme points d'origine.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <source>“{layer}” has not the fields of a table of markers: those of BD TOPO's point_de_repere (route, numero, abscisse, cote, type_de_pr…) or of the national file (route, pr, depPr, concessionPr, cumul, cote) are read here. For other names, use “Calibrate routes on markers”.</source>
            <translation>« {layer} » n'a pas les champs d'une table de PR : ceux de la couche point_de_repere de la BD TOPO (route, numero, abscisse, cote, type_de_pr…) ou du fichier national (route, pr, depPr, concessionPr, cumul, cote) sont lus ici. Pour d'autres noms, utilisez « Caler les routes sur les points de repère ».</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/curvilinear_abscissa.py"></location>
            <source>The start points were not used: choose “{choice}” for that.</source>
            <translation>Les points d'origine n'ont pas été utilisés : choisissez « {choice} » pour cela.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/event_tables.py"></location>
            <source>PR and metres after it</source>
            <translation>PR et mètres après lui</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/event_tables.py"></location>
            <source>Cumulated distance along the route</source>
            <translation>Cumul le long de la route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/event_tables.py"></location>
            <source>Places are given by</source>
            <translation>Positions données par</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/locate_points.py"></location>
            <source>&lt;p&gt;Tells where points are on the network, as road services say it: the route, the side, &lt;b&gt;PR12+345&lt;/b&gt;, the measure along the route, and the distance to the right or to the left of it, along increasing PR.&lt;/p&gt;&lt;p&gt;Points stay where they are, with all their attributes. Nothing is left out: a point that is on no route is in the result too, with the reason.&lt;/p&gt;&lt;h3&gt;Parameters&lt;/h3&gt;&lt;p&gt;&lt;b&gt;Routes with measures&lt;/b&gt;: made by &lt;i&gt;Compute curvilinear abscissas&lt;/i&gt; or, for addresses, by &lt;i&gt;Calibrate routes on markers&lt;/i&gt;. &lt;b&gt;Calibrated markers&lt;/b&gt;: the other output of the latter; without them there is a measure but no PR.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Route of each point&lt;/b&gt;: holds each point to the route it names, whatever is nearer. Case, spaces, hyphens and leading zeros do not count: N0088 is N88. A point that names none takes the nearest route.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Greatest distance&lt;/b&gt;, in metres: a point farther than this from every route is on none.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;p&gt;&lt;b&gt;PR and metres&lt;/b&gt; are of ground, from the marker before the point; they may exceed 1,000, and are negative before the first marker of the route. On a branch of a route the metres go on from the fork. PR are numbered anew in each département: it is given with the PR.&lt;/p&gt;&lt;h3&gt;Limits&lt;/h3&gt;&lt;p&gt;A point nearer to a crossing road than to its own is given the nearer one: hold it to its route by a field.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Dit où sont des points sur le réseau, comme le disent les services routiers : la route, le côté, &lt;b&gt;PR12+345&lt;/b&gt;, la mesure le long de la route, et la distance à droite ou à gauche de celle-ci, dans le sens des PR croissants.&lt;/p&gt;&lt;p&gt;Les points restent où ils sont, avec tous leurs attributs. Rien n'est laissé de côté : un point qui n'est sur aucune route est aussi dans le résultat, avec la raison.&lt;/p&gt;&lt;h3&gt;Paramètres&lt;/h3&gt;&lt;p&gt;&lt;b&gt;Routes avec mesures&lt;/b&gt; : issues de &lt;i&gt;Calculer les abscisses curvilignes&lt;/i&gt; ou, pour les adresses, de &lt;i&gt;Caler les routes sur les points de repère&lt;/i&gt;. &lt;b&gt;PR calés&lt;/b&gt; : l'autre sortie de ce dernier ; sans eux il y a une mesure mais pas de PR.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Route de chaque point&lt;/b&gt; : tient chaque point à la route qu'il nomme, quoi qu'il y ait de plus proche. Casse, espaces, tirets et zéros en tête ne comptent pas : N0088 est N88. Un point qui n'en nomme aucune prend la route la plus proche.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Distance maximale&lt;/b&gt;, en mètres : un point plus loin que cela de toute route n'est sur aucune.&lt;/p&gt;&lt;h3&gt;Sortie&lt;/h3&gt;&lt;p&gt;&lt;b&gt;Le PR et les mètres&lt;/b&gt; sont ceux du terrain, depuis le PR qui précède le point ; les mètres peuvent dépasser 1 000, et sont négatifs avant le premier PR de la route. Sur une branche, les mètres continuent depuis la bifurcation. Les PR sont renumérotés dans chaque département : il est donné avec le PR.&lt;/p&gt;&lt;h3&gt;Limites&lt;/h3&gt;&lt;p&gt;Un point plus proche d'une route transversale que de la sienne reçoit la plus proche : tenez-le à sa route par un champ.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/locate_points.py"></location>
            <source>Locate points (PR + abscissa)</source>
            <translation>Repérer des points (PR + abscisse)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/locate_points.py"></location>
            <source>Tells on which route a point is, at which PR and how many metres after it, and on which side.</source>
            <translation>Dit sur quelle route est un point, à quel PR et combien de mètres après, et de quel côté.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/locate_points.py"></location>
            <source>road,route,marker,milestone,PR,address,abscissa,linear referencing,LRS,measure,accident</source>
            <translation>route,PR,point de repère,borne,adresse,abscisse,repérer,localiser,référencement linéaire,LRS,mesure,accident</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/locate_points.py"></location>
            <source>Greatest distance to a route</source>
            <translation>Distance maximale à une route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/locate_points.py"></location>
            <source>Points</source>
            <translation>Points</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/locate_points.py"></location>
            <source>Number of points on a route</source>
            <translation>Nombre de points sur une route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/locate_points.py"></location>
            <source>Every point is on a route</source>
            <translation>Chaque point est sur une route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/locate_points.py"></location>
            <source>Side (D right, G left, U single carriageway)</source>
            <translation>Côté (D droite, G gauche, U chaussée unique)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/locate_points.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>Metres after the PR</source>
            <translation>Mètres après le PR</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/locate_points.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>Measure along the route (m)</source>
            <translation>Mesure le long de la route (m)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/locate_points.py"></location>
            <source>Département of the PR</source>
            <translation>Département du PR</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/locate_points.py"></location>
            <source>Network of the PR</source>
            <translation>Réseau du PR</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/locate_points.py"></location>
            <source>Distance to the route (m)</source>
            <translation>Distance à la route (m)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/locate_points.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>Offset from the route (m, right positive)</source>
            <translation>Décalage par rapport à la route (m, positif à droite)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/locate_points.py"></location>
            <source>Result</source>
            <translation>Résultat</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/locate_points.py"></location>
            <source>Route of each point (field of the points)</source>
            <translation>Route de chaque point (champ des points)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/locate_points.py"></location>
            <source>Located points</source>
            <translation>Points repérés</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/locate_points.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/road_input.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>The layer is empty, or its filter or selection leaves nothing: the result is empty.</source>
            <translation>La couche est vide, ou son filtre ou sa sélection ne laisse rien : le résultat est vide.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/locate_points.py"></location>
            <source>No markers were given: points have a measure but no PR.</source>
            <translation>Aucun PR n'a été donné : les points ont une mesure mais pas de PR.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/locate_points.py"></location>
            <source>Median distance to the route</source>
            <translation>Distance médiane à la route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/network_findings.py"></location>
            <source>Grade separation was taken into account</source>
            <translation>Les passages dénivelés ont été pris en compte</translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/processing/roads/network_findings.py"></location>
            <source>, and %n other value(s)</source>
            <translation>
                <numerusform>, et une autre valeur</numerusform>
                <numerusform>, et %n autres valeurs</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/network_findings.py"></location>
            <source>Values of “{field}” that are no levels were taken as ground level: {values}.</source>
            <translation>Des valeurs de « {field} » qui ne sont pas des niveaux ont été considérées comme au sol : {values}.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/network_findings.py"></location>
            <source>The field “{field}” holds levels and was not used: roads were cut under bridges and above tunnels. Choose it as level field.</source>
            <translation>Le champ « {field} » contient des niveaux et n'a pas été utilisé : les routes ont été coupées sous les ponts et au-dessus des tunnels. Choisissez-le comme champ de niveau.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/network_findings.py"></location>
            <source>Field “{field}” not used</source>
            <translation>Champ « {field} » non utilisé</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <source>&lt;p&gt;Crosses any number of tables of road events (pavement, traffic, speed limits, works) and gives the &lt;b&gt;homogeneous sections&lt;/b&gt;: the stretches of route on which every table is constant. Every metre of route is in exactly one section on each side; where a table says nothing its fields are empty.&lt;/p&gt;&lt;h3&gt;Parameters&lt;/h3&gt;&lt;p&gt;&lt;b&gt;Tables&lt;/b&gt;: each row is a section, with a start and an end. &lt;b&gt;Routes with measures&lt;/b&gt; and &lt;b&gt;calibrated markers&lt;/b&gt;: made by &lt;i&gt;Calibrate routes on markers&lt;/i&gt;; the markers may be left out when places are cumulated distances.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Names of fields&lt;/b&gt; are text, since tables are several; left empty, the usual names are looked for in each table: &lt;i&gt;route&lt;/i&gt;, &lt;i&gt;plod, absd, plof, absf&lt;/i&gt;, &lt;i&gt;cumuld, cumulf&lt;/i&gt;, &lt;i&gt;cote&lt;/i&gt;… When tables differ, give names separated by commas: each table takes the first that it has.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Side&lt;/b&gt;: a single carriageway has one side, unless some table speaks of its right or its left: then it has both, D and G.&lt;/p&gt;&lt;h3&gt;Outputs&lt;/h3&gt;&lt;p&gt;&lt;b&gt;Sections&lt;/b&gt;: lines with measures (M), the address at both ends, and the attributes of the row of each table that covers them; its key is in &lt;i&gt;name of the table_fid&lt;/i&gt;. A field that several tables have is preceded by the name of its table. Fields that say where an event is are not repeated. Where rows of one table overlap the first is taken, and &lt;i&gt;overlaps&lt;/i&gt; counts the others.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Rejected&lt;/b&gt;: events that could not be placed, or that earlier rows of their table cover entirely, with a code and a sentence.&lt;/p&gt;&lt;h3&gt;Limits&lt;/h3&gt;&lt;p&gt;Branches of routes are sections without events.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Croise autant de tables d'événements routiers que l'on veut (chaussée, trafic, limitations de vitesse, travaux) et donne les &lt;b&gt;sections homogènes&lt;/b&gt; : les sections de route sur lesquelles chaque table est constante. Chaque mètre de route est dans une section et une seule de chaque côté ; là où une table ne dit rien, ses champs sont vides.&lt;/p&gt;&lt;h3&gt;Paramètres&lt;/h3&gt;&lt;p&gt;&lt;b&gt;Tables&lt;/b&gt; : chaque ligne est une section, avec un début et une fin. &lt;b&gt;Routes avec mesures&lt;/b&gt; et &lt;b&gt;PR calés&lt;/b&gt; : issus de &lt;i&gt;Caler les routes sur les points de repère&lt;/i&gt; ; les PR peuvent manquer quand les positions sont des cumuls.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Les noms de champs&lt;/b&gt; sont du texte, car il y a plusieurs tables ; laissés vides, les noms habituels sont cherchés dans chaque table : &lt;i&gt;route&lt;/i&gt;, &lt;i&gt;plod, absd, plof, absf&lt;/i&gt;, &lt;i&gt;cumuld, cumulf&lt;/i&gt;, &lt;i&gt;cote&lt;/i&gt;… Quand les tables diffèrent, donnez des noms séparés par des virgules : chaque table prend le premier qu'elle possède.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Côté&lt;/b&gt; : une chaussée unique n'a qu'un côté, sauf si une table parle de sa droite ou de sa gauche : elle en a alors deux, D et G.&lt;/p&gt;&lt;h3&gt;Sorties&lt;/h3&gt;&lt;p&gt;&lt;b&gt;Sections&lt;/b&gt; : des lignes avec mesures (M), l'adresse aux deux extrémités, et les attributs de la ligne de chaque table qui les couvre ; sa clé est dans &lt;i&gt;nom de la table_fid&lt;/i&gt;. Un champ que possèdent plusieurs tables est précédé du nom de sa table. Les champs qui disent où est un événement ne sont pas répétés. Là où des lignes d'une même table se chevauchent, la première est retenue, et &lt;i&gt;overlaps&lt;/i&gt; compte les autres.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Rejetés&lt;/b&gt; : les événements qui n'ont pas pu être placés, ou que des lignes précédentes de leur table couvrent entièrement, avec un code et une phrase.&lt;/p&gt;&lt;h3&gt;Limites&lt;/h3&gt;&lt;p&gt;Les branches des routes sont des sections sans événement.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <source>Overlay events into homogeneous sections</source>
            <translation>Croiser des événements en sections homogènes</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <source>Cuts routes wherever one of several tables changes: on each section all of them are constant.</source>
            <translation>Coupe les routes partout où change l'une des tables : sur chaque section, toutes sont constantes.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <source>road,event,section,homogeneous,overlay,cross,pavement,traffic,speed limit,PR,linear referencing,LRS,dynamic segmentation</source>
            <translation>route,événement,section,homogène,croiser,croisement,chaussée,trafic,vitesse,PR,référencement linéaire,LRS,segmentation dynamique</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <source>Every metre of route is in exactly one section on each side</source>
            <translation>Chaque mètre de route est dans une section et une seule de chaque côté</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <source>Length of the sections</source>
            <translation>Longueur des sections</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>Every event is placed</source>
            <translation>Chaque événement est placé</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/route_layers.py"></location>
            <source>PR before the start</source>
            <translation>PR précédant le début</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>Metres after it, at the start</source>
            <translation>Mètres après lui, au début</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/route_layers.py"></location>
            <source>PR before the end</source>
            <translation>PR précédant la fin</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>Metres after it, at the end</source>
            <translation>Mètres après lui, à la fin</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <source>Other events of the same tables here</source>
            <translation>Autres événements des mêmes tables ici</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <source>Table</source>
            <translation>Table</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <source>Place as written</source>
            <translation>Position telle qu'écrite</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/referencing.py"></location>
            <source>Reason</source>
            <translation>Raison</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <source>Tables of events that are sections</source>
            <translation>Tables d'événements en sections</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <source>Name of the field of the route (empty: by the usual names)</source>
            <translation>Nom du champ de la route (vide : noms habituels)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <source>Field of the PR, address or cumulated distance of the start</source>
            <translation>Champ du PR, de l'adresse ou du cumul du début</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <source>Field of the metres after that PR</source>
            <translation>Champ des mètres après ce PR</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <source>Field of the PR, address or cumulated distance of the end</source>
            <translation>Champ du PR, de l'adresse ou du cumul de la fin</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <source>Field of the metres after the PR of the end</source>
            <translation>Champ des mètres après le PR de fin</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <source>Field of the département</source>
            <translation>Champ du département</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <source>Field of the network (concession or manager)</source>
            <translation>Champ du réseau (concession ou gestionnaire)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <source>Field of the side</source>
            <translation>Champ du côté</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <source>Homogeneous sections</source>
            <translation>Sections homogènes</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <source>Number of sections</source>
            <translation>Nombre de sections</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>Number of events rejected</source>
            <translation>Nombre d'événements rejetés</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <source>There is no table of events: choose one at least.</source>
            <translation>Il n'y a pas de table d'événements : choisissez-en au moins une.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <source>Events of {name}</source>
            <translation>Événements de {name}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <source>The table “{name}” has no field for the {role} of its events: give its name, or names separated by commas when tables differ.</source>
            <translation>La table « {name} » n'a pas de champ pour « {role} » de ses événements : donnez son nom, ou plusieurs séparés par des virgules quand les tables diffèrent.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <source>Row of {name}</source>
            <translation>Ligne de {name}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <source>The table “{name}” is empty.</source>
            <translation>La table « {name} » est vide.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <source>Events of “{name}” overlap on {count} sections: the first row of the table was taken there, see the field “overlaps”.</source>
            <translation>Des événements de « {name} » se chevauchent sur {count} sections : la première ligne de la table y a été retenue, voyez le champ « overlaps ».</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <source>route</source>
            <translation>route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <source>start</source>
            <translation>début</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/overlay_events.py"></location>
            <source>end</source>
            <translation>fin</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>&lt;p&gt;Puts a table of road events (accidents, works, surveys) on the map by what it says of the place: a route and a &lt;b&gt;PR with metres&lt;/b&gt;, or a &lt;b&gt;cumulated distance&lt;/b&gt;. With the fields of an end, events are sections: lines cut out of the routes.&lt;/p&gt;&lt;p&gt;Every event is either placed or in the rejected ones, with the reason.&lt;/p&gt;&lt;h3&gt;Parameters&lt;/h3&gt;&lt;p&gt;&lt;b&gt;Routes with measures&lt;/b&gt; and &lt;b&gt;calibrated markers&lt;/b&gt;: made by &lt;i&gt;Calibrate routes on markers&lt;/i&gt;. The markers may be left out when places are cumulated distances.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Addresses&lt;/b&gt;: &lt;i&gt;PR12+345&lt;/i&gt;, &lt;i&gt;12+345&lt;/i&gt;, &lt;i&gt;12&lt;/i&gt; with the metres in a field of their own; &lt;i&gt;12.345&lt;/i&gt; only as text, since a column of numbers has lost zeros. Metres are of ground, from the marker: they may exceed 1,000. Empty, -1 and (1) mean that the place is not known.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Département&lt;/b&gt; and &lt;b&gt;network&lt;/b&gt;: needed where a PR number comes back along a route. &lt;b&gt;Side&lt;/b&gt;: D, G, or U and I for a single carriageway; without a left carriageway, events of the left are on the only one. &lt;b&gt;Offset&lt;/b&gt;: metres to the right of the route along increasing PR, negative to the left.&lt;/p&gt;&lt;p&gt;Fields are proposed by the names that road services publish: &lt;i&gt;plod, absd, plof, absf&lt;/i&gt;, &lt;i&gt;pr, pr1&lt;/i&gt; of accident tables, &lt;i&gt;cumuld, cumulf&lt;/i&gt;.&lt;/p&gt;&lt;h3&gt;Outputs&lt;/h3&gt;&lt;p&gt;&lt;b&gt;Placed events&lt;/b&gt;: points or multiple lines with measures (M), all attributes of the table, and the address at which each really is. A section that runs beyond the route is shortened, one whose ends are swapped is turned round, one over an interruption has several parts: each is said in a field. &lt;b&gt;Rejected&lt;/b&gt;: the rows as they came, with a code and a sentence.&lt;/p&gt;&lt;h3&gt;Limits&lt;/h3&gt;&lt;p&gt;Sections are placed on main lines; points also on branches, with the field of the branch that &lt;i&gt;Locate points&lt;/i&gt; writes.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Place sur la carte une table d'événements routiers (accidents, travaux, relevés) d'après ce qu'elle dit du lieu : une route et un &lt;b&gt;PR avec des mètres&lt;/b&gt;, ou un &lt;b&gt;cumul&lt;/b&gt;. Avec les champs d'une fin, les événements sont des sections : des lignes prises dans les routes.&lt;/p&gt;&lt;p&gt;Chaque événement est soit placé, soit dans les rejetés, avec la raison.&lt;/p&gt;&lt;h3&gt;Paramètres&lt;/h3&gt;&lt;p&gt;&lt;b&gt;Routes avec mesures&lt;/b&gt; et &lt;b&gt;PR calés&lt;/b&gt; : issus de &lt;i&gt;Caler les routes sur les points de repère&lt;/i&gt;. Les PR peuvent manquer quand les positions sont des cumuls.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Adresses&lt;/b&gt; : &lt;i&gt;PR12+345&lt;/i&gt;, &lt;i&gt;12+345&lt;/i&gt;, &lt;i&gt;12&lt;/i&gt; avec les mètres dans un champ à part ; &lt;i&gt;12.345&lt;/i&gt; en texte seulement, car une colonne de nombres a perdu des zéros. Les mètres sont ceux du terrain, depuis le PR : ils peuvent dépasser 1 000. Vide, -1 et (1) veulent dire que le lieu n'est pas connu.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Département&lt;/b&gt; et &lt;b&gt;réseau&lt;/b&gt; : nécessaires là où un numéro de PR revient le long d'une route. &lt;b&gt;Côté&lt;/b&gt; : D, G, ou U et I pour une chaussée unique ; sans chaussée de gauche, les événements de gauche sont sur la seule qui existe. &lt;b&gt;Décalage&lt;/b&gt; : mètres à droite de la route dans le sens des PR croissants, négatif à gauche.&lt;/p&gt;&lt;p&gt;Les champs sont proposés d'après les noms que publient les services routiers : &lt;i&gt;plod, absd, plof, absf&lt;/i&gt;, &lt;i&gt;pr, pr1&lt;/i&gt; des tables d'accidents, &lt;i&gt;cumuld, cumulf&lt;/i&gt;.&lt;/p&gt;&lt;h3&gt;Sorties&lt;/h3&gt;&lt;p&gt;&lt;b&gt;Événements placés&lt;/b&gt; : des points ou des lignes multiples avec mesures (M), tous les attributs de la table, et l'adresse où chacun est réellement. Une section qui dépasse la route est raccourcie, une section dont les extrémités sont inversées est retournée, une section sur une interruption a plusieurs parties : un champ le dit pour chacune. &lt;b&gt;Rejetés&lt;/b&gt; : les lignes telles qu'elles sont venues, avec un code et une phrase.&lt;/p&gt;&lt;h3&gt;Limites&lt;/h3&gt;&lt;p&gt;Les sections sont placées sur les axes principaux ; les points aussi sur les branches, avec le champ de la branche qu'écrit &lt;i&gt;Repérer des points&lt;/i&gt;.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>Place road events</source>
            <translation>Placer des événements routiers</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>Puts a table of accidents, works or surveys on the map by its PR and metres, or by its distances.</source>
            <translation>Place sur la carte une table d'accidents, de travaux ou de relevés d'après ses PR et mètres, ou ses cumuls.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>road,event,accident,BAAC,works,survey,PR,marker,milestone,abscissa,geocode,linear referencing,LRS,dynamic segmentation,offset</source>
            <translation>route,événement,accident,BAAC,travaux,relevé,PR,point de repère,borne,abscisse,géocoder,référencement linéaire,LRS,segmentation dynamique,décalage</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>PR, address or cumulated distance of the event, or of its start</source>
            <translation>PR, adresse ou cumul de l'événement, ou de son début</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>Metres after that PR</source>
            <translation>Mètres après ce PR</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>PR, address or cumulated distance of the end, for sections</source>
            <translation>PR, adresse ou cumul de la fin, pour les sections</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>Metres after the PR of the end</source>
            <translation>Mètres après le PR de fin</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>Side (D right, G left, U or I single carriageway)</source>
            <translation>Côté (D droite, G gauche, U ou I chaussée unique)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>For points that “Locate points” found on a branch of a route.</source>
            <translation>Pour les points que « Repérer des points » a trouvés sur une branche d'une route.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>Events</source>
            <translation>Événements</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>Direction of the route (degrees from north)</source>
            <translation>Direction de la route (degrés depuis le nord)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>End given before the start</source>
            <translation>Fin donnée avant le début</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>Shortened to the route</source>
            <translation>Raccourcie à la route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>Over an interruption of the route</source>
            <translation>Sur une interruption de la route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>Number of events placed</source>
            <translation>Nombre d'événements placés</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>The metres of the end have a field, its PR has none: choose the field of the PR of the end too.</source>
            <translation>Les mètres de la fin ont un champ, son PR n'en a pas : choisissez aussi le champ du PR de fin.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>The table is empty, or its filter or selection leaves nothing: the result is empty.</source>
            <translation>La table est vide, ou son filtre ou sa sélection ne laisse rien : le résultat est vide.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>Sections whose end was given before their start</source>
            <translation>Sections dont la fin était donnée avant le début</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>Sections shortened to the route</source>
            <translation>Sections raccourcies à la route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/place_events.py"></location>
            <source>Sections over an interruption of the route</source>
            <translation>Sections sur une interruption de la route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/referencing.py"></location>
            <source>Text with {pr}, {sign} and {offset}, for instance {pr}{sign}{offset}; the metres are whole.</source>
            <translation>Texte avec {pr}, {sign} et {offset}, par exemple {pr}{sign}{offset} ; les mètres sont entiers.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/referencing.py"></location>
            <source>Routes with measures</source>
            <translation>Routes avec mesures</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/referencing.py"></location>
            <source>Form of the addresses</source>
            <translation>Forme des adresses</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/referencing.py"></location>
            <source>Places given by PR need the calibrated markers: choose them, or give places by cumulated distance.</source>
            <translation>Les positions données par PR demandent les PR calés : choisissez-les, ou donnez les positions par cumul.</translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/processing/roads/referencing.py"></location>
            <source>%n route(s) of the layer have no name and were left out.</source>
            <translation>
                <numerusform>Une route de la couche n'a pas de nom et a été écartée.</numerusform>
                <numerusform>%n routes de la couche n'ont pas de nom et ont été écartées.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/processing/roads/referencing.py"></location>
            <source>%n part(s) of routes were left out: their measures do not grow.</source>
            <translation>
                <numerusform>Une partie de route a été écartée : ses mesures ne sont pas croissantes.</numerusform>
                <numerusform>%n parties de routes ont été écartées : leurs mesures ne sont pas croissantes.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/referencing.py"></location>
            <source>“{layer}” has no measures (M): choose the routes that “Compute curvilinear abscissas” or “Calibrate routes on markers” made.</source>
            <translation>« {layer} » n'a pas de mesures (M) : choisissez les routes issues de « Calculer les abscisses curvilignes » ou de « Caler les routes sur les points de repère ».</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/referencing.py"></location>
            <source>The form of the addresses “{form}” lacks {names}: write for instance {example}.</source>
            <translation>Il manque {names} dans la forme des adresses « {form} » : écrivez par exemple {example}.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/referencing.py"></location>
            <source>“{layer}” has no field “route”: choose the layer of routes.</source>
            <translation>« {layer} » n'a pas de champ « route » : choisissez la couche des routes.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/referencing.py"></location>
            <source>“{layer}” has no field {fields}: choose the calibrated markers that “Calibrate routes on markers” made.</source>
            <translation>« {layer} » n'a pas de champ {fields} : choisissez les PR calés issus de « Caler les routes sur les points de repère ».</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/road_input.py"></location>
            <source>“{layer}” holds {kind}, not points: choose a layer of points.</source>
            <translation>« {layer} » contient autre chose que des points ({kind}) : choisissez une couche de points.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/road_input.py"></location>
            <source>“{layer}” holds {kind}, not lines: choose a layer of lines.</source>
            <translation>« {layer} » contient autre chose que des lignes ({kind}) : choisissez une couche de lignes.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/road_input.py"></location>
            <source>The layer is in degrees, so a planar length would be in degrees: choose the ellipsoidal length.</source>
            <translation>La couche est en degrés, une longueur plane le serait aussi : choisissez la longueur sur l'ellipsoïde.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/road_input.py"></location>
            <source>Route names taken for one another</source>
            <translation>Noms de routes tenus pour identiques</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/road_input.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>No feature of the layer holds a line: the result is empty. See the anomalies.</source>
            <translation>Aucune entité de la couche ne contient de ligne : le résultat est vide. Voyez les anomalies.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/road_input.py"></location>
            <source>The layer has no heights (Z): lengths are those on the ellipsoid.</source>
            <translation>La couche n'a pas d'altitudes (Z) : les longueurs sont celles de l'ellipsoïde.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/road_input.py"></location>
            <source>Written</source>
            <translation>Écrit</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/road_input.py"></location>
            <source>Rows</source>
            <translation>Lignes</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/road_input.py"></location>
            <source>along the slope, {how}</source>
            <translation>le long de la pente, {how}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/road_input.py"></location>
            <source>The layer “{layer}” has no field “{field}”: choose one of its own.</source>
            <translation>La couche « {layer} » n'a pas de champ « {field} » : choisissez l'un des siens.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/road_input.py"></location>
            <source>The field “{field}” names no route in any of the features: choose the one that does.</source>
            <translation>Le champ « {field} » ne nomme de route dans aucune entité : choisissez celui qui le fait.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/road_input.py"></location>
            <source>Lengths on the ground cannot be told from these coordinates in the CRS {crs}: they are those of the plane. Check the CRS of the layer.</source>
            <translation>Les longueurs sur le terrain ne peuvent pas être tirées de ces coordonnées dans le SCR {crs} : ce sont celles du plan. Vérifiez le SCR de la couche.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/route_checks.py"></location>
            <source>Routes named</source>
            <translation>Routes nommées</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/route_checks.py"></location>
            <source>Gaps and islands</source>
            <translation>Interruptions et parties détachées</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/route_checks.py"></location>
            <source>Abscissa of the start (m)</source>
            <translation>Abscisse du début (m)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/route_checks.py"></location>
            <source>Abscissa of the end (m)</source>
            <translation>Abscisse de la fin (m)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/route_checks.py"></location>
            <source>Parts</source>
            <translation>Parties</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/route_checks.py"></location>
            <source>Main lines</source>
            <translation>Axes principaux</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/route_checks.py"></location>
            <source>Every road is in a route or in the anomalies</source>
            <translation>Chaque tronçon est dans une route ou dans les anomalies</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/route_checks.py"></location>
            <source>The segments add up to the routes</source>
            <translation>La somme des tronçons égale les routes</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/route_checks.py"></location>
            <source>Measures grow along every route</source>
            <translation>Les mesures croissent le long de chaque route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/route_checks.py"></location>
            <source>Total length of the segments, {how}</source>
            <translation>Longueur totale des tronçons, {how}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/route_checks.py"></location>
            <source>No route is interrupted</source>
            <translation>Aucune route n'est interrompue</translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/processing/roads/route_checks.py"></location>
            <source>%n road(s) with unknown heights</source>
            <translation>
                <numerusform>%n tronçon d'altitude inconnue</numerusform>
                <numerusform>%n tronçons d'altitude inconnue</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/route_layers.py"></location>
            <source>Rank along the route</source>
            <translation>Rang le long de la route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/route_layers.py"></location>
            <source>Against the digitised direction</source>
            <translation>À l'inverse du sens de numérisation</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/route_layers.py"></location>
            <source>Shared by several routes</source>
            <translation>Commun à plusieurs routes</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/route_layers.py"></location>
            <source>Number of parts</source>
            <translation>Nombre de parties</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/route_layers.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>Length (m)</source>
            <translation>Longueur (m)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/route_layers.py"></location>
            <source>Metres after it at the start</source>
            <translation>Mètres après lui au début</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/route_layers.py"></location>
            <source>Metres after it at the end</source>
            <translation>Mètres après lui à la fin</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/route_layers.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>Input field “{old}” is “{new}” in the segments.</source>
            <translation>Le champ « {old} » en entrée s'appelle « {new} » dans les tronçons.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>&lt;p&gt;Cuts roads wherever they meet on the same level, and numbers the nodes where segments join. A bridge over a road is not a junction: with a &lt;b&gt;level field&lt;/b&gt;, only lines of the same level cut one another.&lt;/p&gt;&lt;p&gt;Every attribute is kept. Each segment also receives its source feature, its rank along it, its two nodes, its length and the curvilinear abscissa of both ends along the source line, in metres (on the ellipsoid when the layer is in degrees). An input field that has the name of one of these becomes &lt;i&gt;name_input&lt;/i&gt;.&lt;/p&gt;&lt;h3&gt;Parameters&lt;/h3&gt;&lt;p&gt;&lt;b&gt;Level field&lt;/b&gt;: integers, as numbers or as text, 0 being the ground; empty values and “Gué ou radier” are ground. BD TOPO: &lt;i&gt;position_par_rapport_au_sol&lt;/i&gt; (V3) or &lt;i&gt;pos_sol&lt;/i&gt; (V2); OpenStreetMap: &lt;i&gt;layer&lt;/i&gt;. These are proposed as soon as the layer is chosen. Without a level field, all lines are on one level.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Tolerance&lt;/b&gt;, in layer units. With 0 no vertex moves; points closer than 0.0000001 layer unit coincide. Above 0, vertices closer than the tolerance are joined, ends that stop short are brought onto the line, ends that run over are trimmed. Nothing moves farther than the tolerance, and every move is listed in the anomalies.&lt;/p&gt;&lt;h3&gt;Outputs&lt;/h3&gt;&lt;p&gt;&lt;b&gt;Segments&lt;/b&gt;: single lines, with the Z and M values of the input. &lt;b&gt;Nodes&lt;/b&gt;: with their kind (junction, dead end, through node, closed loop) and the number of segments that end there. &lt;b&gt;Anomalies&lt;/b&gt;: what is wrong in the input, and where. &lt;b&gt;Run sheet&lt;/b&gt;: a page that says how the result was made, what was checked, and an estimate of the energy used.&lt;/p&gt;&lt;h3&gt;Example with BD TOPO&lt;/h3&gt;&lt;p&gt;The layer &lt;i&gt;troncon_de_route&lt;/i&gt; is already cut at junctions and wherever an attribute changes, and holds paths and stairs: filter the roads first, for instance &lt;code&gt;nature NOT IN ('Sentier', 'Escalier', 'Chemin')&lt;/code&gt;, choose &lt;i&gt;position_par_rapport_au_sol&lt;/i&gt; as level field and leave the tolerance at 0.&lt;/p&gt;&lt;h3&gt;Limits&lt;/h3&gt;&lt;p&gt;Levels are taken as they are: a bridge whose level is missing is cut like a junction; it is listed in the anomalies when it shares no vertex with the road below. Two levels join only where a line would otherwise end alone. Curves become straight pieces. Lines that overlap are kept and reported, not merged.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Coupe les routes partout où elles se rencontrent au même niveau, et numérote les nœuds où les tronçons se rejoignent. Un pont au-dessus d'une route n'est pas un carrefour : avec un &lt;b&gt;champ de niveau&lt;/b&gt;, seules les lignes de même niveau se coupent.&lt;/p&gt;&lt;p&gt;Tous les attributs sont conservés. Chaque tronçon reçoit aussi son entité source, son rang le long de celle-ci, ses deux nœuds, sa longueur et l'abscisse curviligne de ses deux extrémités le long de la ligne source, en mètres (sur l'ellipsoïde quand la couche est en degrés). Un champ en entrée qui porte le nom de l'un de ceux-ci devient &lt;i&gt;nom_input&lt;/i&gt;.&lt;/p&gt;&lt;h3&gt;Paramètres&lt;/h3&gt;&lt;p&gt;&lt;b&gt;Champ de niveau&lt;/b&gt; : des entiers, en nombres ou en texte, 0 étant le sol ; les valeurs vides et « Gué ou radier » sont au sol. BD TOPO : &lt;i&gt;position_par_rapport_au_sol&lt;/i&gt; (V3) ou &lt;i&gt;pos_sol&lt;/i&gt; (V2) ; OpenStreetMap : &lt;i&gt;layer&lt;/i&gt;. Ils sont proposés dès que la couche est choisie. Sans champ de niveau, toutes les lignes sont au même niveau.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Tolérance&lt;/b&gt;, en unités de la couche. Avec 0, aucun sommet ne bouge ; des points distants de moins de 0,0000001 unité sont confondus. Au-delà, les sommets plus proches que la tolérance sont réunis, les extrémités trop courtes sont raccordées à la ligne, celles qui dépassent sont raccourcies. Rien ne bouge de plus que la tolérance, et chaque déplacement figure dans les anomalies.&lt;/p&gt;&lt;h3&gt;Sorties&lt;/h3&gt;&lt;p&gt;&lt;b&gt;Tronçons&lt;/b&gt; : des lignes simples, avec les valeurs Z et M de l'entrée. &lt;b&gt;Nœuds&lt;/b&gt; : avec leur type (carrefour, impasse, nœud de passage, boucle fermée) et le nombre de tronçons qui y aboutissent. &lt;b&gt;Anomalies&lt;/b&gt; : ce qui ne va pas dans les données d'entrée, et où. &lt;b&gt;Fiche d'exécution&lt;/b&gt; : une page qui dit comment le résultat a été obtenu, ce qui a été contrôlé, et une estimation de l'énergie consommée.&lt;/p&gt;&lt;h3&gt;Exemple avec la BD TOPO&lt;/h3&gt;&lt;p&gt;La couche &lt;i&gt;troncon_de_route&lt;/i&gt; est déjà coupée aux carrefours et à chaque changement d'attribut, et contient sentiers et escaliers : filtrez d'abord les routes, par exemple &lt;code&gt;nature NOT IN ('Sentier', 'Escalier', 'Chemin')&lt;/code&gt;, choisissez &lt;i&gt;position_par_rapport_au_sol&lt;/i&gt; comme champ de niveau et laissez la tolérance à 0.&lt;/p&gt;&lt;h3&gt;Limites&lt;/h3&gt;&lt;p&gt;Les niveaux sont pris tels quels : un pont dont le niveau manque est coupé comme un carrefour ; il figure dans les anomalies quand il ne partage pas de sommet avec la route en dessous. Deux niveaux ne se rejoignent que là où une ligne s'arrêterait seule sans cela. Les courbes deviennent des suites de segments droits. Les lignes superposées sont conservées et signalées, pas fusionnées.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>Split roads at intersections</source>
            <translation>Tronçonner les routes aux intersections</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>Cuts roads where they meet on the same level: a bridge over a road is not a junction.</source>
            <translation>Coupe les routes là où elles se rencontrent au même niveau : un pont au-dessus d'une route n'est pas un carrefour.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>road,network,junction,intersection,crossing,node,segment,topology,noding,split,BD TOPO,OSM</source>
            <translation>route,voirie,réseau,carrefour,intersection,croisement,nœud,noeud,tronçon,troncon,tronçonner,topologie,découper,couper,BD TOPO,OSM</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>Distance (layer units)</source>
            <translation>Distance (unités de la couche)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>Every line of the input is in the result</source>
            <translation>Chaque ligne en entrée se retrouve dans le résultat</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <location filename="../crige_ia_plugin/processing/styles.py"></location>
            <source>Segment</source>
            <translation>Tronçon</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>Part of the source geometry</source>
            <translation>Partie de la géométrie source</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>Rank along the source line</source>
            <translation>Rang le long de la ligne source</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>Start node</source>
            <translation>Nœud initial</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>End node</source>
            <translation>Nœud final</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>Curvilinear abscissa of the start (m)</source>
            <translation>Abscisse curviligne initiale (m)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>Curvilinear abscissa of the end (m)</source>
            <translation>Abscisse curviligne finale (m)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>Node</source>
            <translation>Nœud</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>Number of segment ends</source>
            <translation>Nombre d'extrémités de tronçons</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>Kind of node</source>
            <translation>Type de nœud</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>Levels that meet</source>
            <translation>Niveaux en présence</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>Nodes</source>
            <translation>Nœuds</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>Number of nodes</source>
            <translation>Nombre de nœuds</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>The total length is kept</source>
            <translation>La longueur totale est conservée</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/shared/algorithm.py"></location>
            <source>It runs in a process of its own, apart from QGIS.</source>
            <translation>Il s'exécute dans un processus à part de QGIS.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/shared/algorithm.py"></location>
            <source>Installing uv, apart from QGIS…</source>
            <translation>Installation d'uv, à part de QGIS…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/shared/algorithm.py"></location>
            <source>Choosing the versions of the libraries…</source>
            <translation>Choix des versions des bibliothèques…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/shared/algorithm.py"></location>
            <source>Installing the libraries of the script, apart from QGIS, this once…</source>
            <translation>Installation des bibliothèques du script, à part de QGIS, cette fois seulement…</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/shared/algorithm.py"></location>
            <source>Your own script, version {version}, as it lies in {file}.</source>
            <translation>Votre propre script, version {version}, tel qu'il est dans {file}.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/shared/algorithm.py"></location>
            <source>Shared script, version {version}, from the catalogue “{catalogue}”.</source>
            <translation>Script partagé, version {version}, du catalogue « {catalogue} ».</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/shared/outputs.py"></location>
            <source>“{name}”: scripts write rasters as GeoTIFF; choose a name that ends in .tif.</source>
            <translation>« {name} » : les scripts écrivent les rasters en GeoTIFF ; choisissez un nom qui finit par .tif.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/shared/outputs.py"></location>
            <source>The script ended without error, but its output “{name}” is missing or is no layer: report it to its author.</source>
            <translation>Le script s'est terminé sans erreur, mais sa sortie « {name} » manque ou n'est pas une couche : signalez-le à son auteur.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/shared/parameters.py"></location>
            <source>Extent asked of a map service</source>
            <translation>Emprise demandée à un service cartographique</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/shared/parameters.py"></location>
            <source>A web map (WMS, WMTS, tiles) has no file: an image of this extent is fetched and given to the script.</source>
            <translation>Une carte en ligne (WMS, WMTS, tuiles) n'a pas de fichier : une image de cette emprise est récupérée et donnée au script.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/shared/parameters.py"></location>
            <source>Pixel size asked of a map service</source>
            <translation>Taille de pixel demandée à un service cartographique</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/shared/parameters.py"></location>
            <source>In the units of the layer's coordinate system, for instance 0.2 for an orthophoto of 20 cm.</source>
            <translation>Dans les unités du système de coordonnées de la couche, par exemple 0,2 pour une orthophoto à 20 cm.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/shared/parameters.py"></location>
            <source>{kind} files (*.{extension})</source>
            <translation>Fichiers {kind} (*.{extension})</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/shared/parameters.py"></location>
            <source>All files (*.*)</source>
            <translation>Tous les fichiers (*.*)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/shared/rasters.py"></location>
            <source>The service of “{layer}” gave nothing for {share} % of the extent: the image is blank there.</source>
            <translation>Le service de « {layer} » n'a rien donné pour {share} % de l'emprise : l'image y est vide.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/shared/rasters.py"></location>
            <source>the service did not answer</source>
            <translation>le service n'a pas répondu</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/shared/rasters.py"></location>
            <source>“{layer}” is a map service, it has no file to work on. Under the advanced parameters, give the extent and the pixel size of the image to fetch from it.</source>
            <translation>« {layer} » est un service cartographique, sans fichier sur lequel travailler. Dans les paramètres avancés, donnez l'emprise et la taille de pixel de l'image à récupérer.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/shared/rasters.py"></location>
            <source>The image to fetch from “{layer}” would have {columns} × {rows} pixels: choose a smaller extent or larger pixels.</source>
            <translation>L'image à récupérer de « {layer} » aurait {columns} × {rows} pixels : choisissez une emprise plus petite ou des pixels plus grands.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/shared/rasters.py"></location>
            <source>The service of “{layer}” gave nothing for this extent: it does not cover it, or did not answer in time. Check the extent and the network, then run again.</source>
            <translation>Le service de « {layer} » n'a rien donné pour cette emprise : il ne la couvre pas, ou n'a pas répondu à temps. Vérifiez l'emprise et le réseau, puis relancez.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/shared/values.py"></location>
            <source>“{parameter}” is a distance, and the coordinates of “{layer}” are degrees: reproject the layer to a system in metres first, Lambert-93 for instance.</source>
            <translation>« {parameter} » est une distance, et les coordonnées de « {layer} » sont en degrés : reprojetez d'abord la couche dans un système en mètres, Lambert-93 par exemple.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/shared/vectors.py"></location>
            <source>Feature {id} of “{layer}” cannot be brought into {crs}: its coordinates lie outside. Check the coordinate system of the layer.</source>
            <translation>L'entité {id} de « {layer} » ne peut pas être amenée en {crs} : ses coordonnées sont en dehors. Vérifiez le système de coordonnées de la couche.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/styles.py"></location>
            <source>No usable geometry</source>
            <translation>Géométrie inutilisable</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/styles.py"></location>
            <source>Gap or island</source>
            <translation>Interruption ou partie détachée</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/styles.py"></location>
            <source>Fork or parallel way</source>
            <translation>Bifurcation ou voie parallèle</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/styles.py"></location>
            <source>Roundabout or loop</source>
            <translation>Rond-point ou boucle</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/styles.py"></location>
            <source>Duplicate or overlap</source>
            <translation>Doublon ou superposition</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/styles.py"></location>
            <source>Direction in doubt, markers missing</source>
            <translation>Sens incertain, PR manquants</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/styles.py"></location>
            <source>Marker not used</source>
            <translation>PR non utilisé</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/styles.py"></location>
            <source>Single carriageway</source>
            <translation>Chaussée unique</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/styles.py"></location>
            <source>Right carriageway</source>
            <translation>Chaussée de droite</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/styles.py"></location>
            <source>Left carriageway</source>
            <translation>Chaussée de gauche</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/styles.py"></location>
            <source>Marker out of order, not used</source>
            <translation>PR hors de l'ordre, non utilisé</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/styles.py"></location>
            <source>Junction</source>
            <translation>Carrefour</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/styles.py"></location>
            <source>Dead end</source>
            <translation>Impasse</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/styles.py"></location>
            <source>Through node</source>
            <translation>Nœud de passage</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/styles.py"></location>
            <source>Under the ground (tunnel)</source>
            <translation>Sous le sol (tunnel)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/styles.py"></location>
            <source>Above the ground (bridge)</source>
            <translation>Au-dessus du sol (pont)</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/styles.py"></location>
            <source>Above another bridge</source>
            <translation>Au-dessus d'un autre pont</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/styles.py"></location>
            <source>Within 5 m</source>
            <translation>À moins de 5 m</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/styles.py"></location>
            <source>From 5 to 20 m</source>
            <translation>De 5 à 20 m</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/styles.py"></location>
            <source>Over 20 m</source>
            <translation>Plus de 20 m</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/styles.py"></location>
            <source>Without official distance</source>
            <translation>Sans distance officielle</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/styles.py"></location>
            <source>On a route</source>
            <translation>Sur une route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/styles.py"></location>
            <source>On no route</source>
            <translation>Sur aucune route</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/styles.py"></location>
            <source>On the ground</source>
            <translation>Au sol</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/transformations.py"></location>
            <source>Nothing is known to lead from the CRS {source} to the CRS {target}: check the CRS of the layers, or georeference the one that is in a local system.</source>
            <translation>Rien de connu ne mène du SCR {source} au SCR {target} : vérifiez le SCR des couches, ou géoréférencez celle qui est dans un système local.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/units.py"></location>
            <source>in the plane, in units of the layer, which has no CRS</source>
            <translation>dans le plan, en unités de la couche, qui n'a pas de SCR</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/units.py"></location>
            <source>in the plane of the CRS {name}</source>
            <translation>dans le plan du SCR {name}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/processing/units.py"></location>
            <source>on the ellipsoid {name}</source>
            <translation>sur l'ellipsoïde {name}</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/settings.py"></location>
            <source>Storage</source>
            <translation>Rangement</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/settings.py"></location>
            <source>Display</source>
            <translation>Affichage</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/settings.py"></location>
            <source>Run sheets</source>
            <translation>Fiches d'exécution</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/settings.py"></location>
            <source>Catalogues to read besides the embedded one: a JSON list of objects with id, title, kind (folder, static or ogc-api), location, enabled, public_key and authentication.</source>
            <translation>Catalogues à lire en plus de celui qui est livré : une liste JSON d'objets avec id, title, kind (folder, static ou ogc-api), location, enabled, public_key et authentication.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/settings.py"></location>
            <source>Refresh the catalogues when the panel is opened, instead of only when asked.</source>
            <translation>Actualiser les catalogues à l'ouverture du panneau, au lieu d'attendre qu'on le demande.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/settings.py"></location>
            <source>Days between two automatic refreshes.</source>
            <translation>Jours entre deux actualisations automatiques.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/settings.py"></location>
            <source>Fetch thumbnails during a refresh, from each catalogue's own server only.</source>
            <translation>Demander les images des fiches pendant une actualisation, au seul serveur de chaque catalogue.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/settings.py"></location>
            <source>Address of the signed directory (catalogues.json) of other regions' catalogues.</source>
            <translation>Adresse de l'annuaire signé (catalogues.json) des catalogues d'autres régions.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/settings.py"></location>
            <source>Public key (minisign) the directory must be signed with.</source>
            <translation>Clé publique (minisign) qui doit avoir signé l'annuaire.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/settings.py"></location>
            <source>Folder of what can be fetched again: copies of the catalogues, search index, thumbnails. Empty: the computer's local cache, which does not roam.</source>
            <translation>Dossier de ce qui peut être redemandé : copies des catalogues, index de recherche, images. Vide : le cache local de l'ordinateur, qui ne suit pas l'utilisateur.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/settings.py"></location>
            <source>Folder of the installed resources, downloads and drafts. Empty: crige_ia in the folder of the QGIS profile.</source>
            <translation>Dossier des ressources installées, des téléchargements et des brouillons. Vide : crige_ia dans le dossier du profil QGIS.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/settings.py"></location>
            <source>Language of the resources where they have several. Empty: the language of QGIS.</source>
            <translation>Langue des ressources qui en ont plusieurs. Vide : celle de QGIS.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/settings.py"></location>
            <source>Write whole paths of the inputs in run sheets, instead of file names only.</source>
            <translation>Écrire dans les fiches d'exécution les chemins complets des données, au lieu des seuls noms de fichiers.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/settings.py"></location>
            <source>Python that runs the shared scripts. Empty: the one that QGIS comes with.</source>
            <translation>Python qui exécute les scripts partagés. Vide : celui que QGIS apporte.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/settings.py"></location>
            <source>The program uv, which makes the scripts' environments. Empty: looked for on this computer, and otherwise installed in the cache, once the user has agreed to a script that needs it.</source>
            <translation>Le programme uv, qui fabrique les environnements des scripts. Vide : cherché sur cet ordinateur, sinon installé dans le cache, une fois que l'utilisateur a accepté un script qui en a besoin.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/settings.py"></location>
            <source>Index of Python packages. Empty: what pip and uv use on this computer.</source>
            <translation>Dépôt de paquets Python. Vide : celui que pip et uv utilisent sur cet ordinateur.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/settings.py"></location>
            <source>File of the certificates (PEM) that packages are fetched with.</source>
            <translation>Fichier des certificats (PEM) avec lesquels les paquets sont récupérés.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/settings.py"></location>
            <source>Proxy that packages are fetched through. Empty: the one of QGIS's options.</source>
            <translation>Proxy par lequel les paquets sont récupérés. Vide : celui des options de QGIS.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/settings.py"></location>
            <source>Folder of Python packages (wheels), for computers without internet.</source>
            <translation>Dossier de paquets Python (wheels), pour les postes sans internet.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/settings.py"></location>
            <source>Never fetch packages from the network.</source>
            <translation>Ne jamais récupérer de paquets par le réseau.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/settings.py"></location>
            <source>Folder of the scripts' environments, on a local disk. Empty: scripts, in the folder of what can be fetched again.</source>
            <translation>Dossier des environnements des scripts, sur un disque local. Vide : scripts, dans le dossier de ce qui peut être récupéré à nouveau.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/settings.py"></location>
            <source>Minutes after which a script is stopped; 0: never.</source>
            <translation>Minutes au bout desquelles un script est arrêté ; 0 : jamais.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/settings.py"></location>
            <source>Mebibytes of memory that a script may use; 0: nine tenths of what is free.</source>
            <translation>Mébioctets de mémoire qu'un script peut utiliser ; 0 : neuf dixièmes de ce qui est libre.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/settings.py"></location>
            <source>Allow only programs from catalogues whose signature is verified.</source>
            <translation>N'autoriser que les programmes des catalogues dont la signature est vérifiée.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/settings.py"></location>
            <source>Allow only programs of these publishers, separated by semicolons, from catalogues whose signature is verified. Empty: any.</source>
            <translation>N'autoriser que les programmes de ces éditeurs, séparés par des points-virgules, venus de catalogues dont la signature est vérifiée. Vide : tous.</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/tasks.py"></location>
            <source>Refreshing the catalogues</source>
            <translation>Actualisation des catalogues</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/tasks.py"></location>
            <source>Preparing the search in the catalogues</source>
            <translation>Préparation de la recherche dans les catalogues</translation>
        </message>
        <message>
            <location filename="../crige_ia_plugin/translation.py"></location>
            <source>en</source>
            <translation>fr</translation>
        </message>
    </context>
</TS>
