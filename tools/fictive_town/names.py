"""Street names of Villeneuve-la-Fictive, quarter by quarter."""

from __future__ import annotations

OLD_CENTRE = [
    "Rue de l'Horloge", "Rue des Orfèvres", "Rue du Puits", "Rue Saint-Nulle-Part", "Rue du Four",
    "Rue de la Halle", "Rue des Drapiers", "Rue du Pilori", "Rue des Trois-Chats", "Rue Basse", "Rue Haute",
    "Rue du Palais", "Rue des Cordeliers", "Rue du Mazel", "Rue de la Sardine", "Rue des Pénitents",
    "Rue du Cadran", "Rue Torte", "Rue de la Monnaie", "Rue du Cloître", "Rue des Arceaux",
    "Rue de la Poissonnerie", "Rue du Chapeau-Rouge", "Rue Porte-Neuve", "Rue Porte-d'Eau",
    "Rue de l'Aiguillerie", "Rue du Rempart", "Rue Sourde", "Rue des Bains", "Rue du Cyprès",
    "Rue de la Lune", "Rue du Soleil",
]  # fmt: skip
FAUBOURGS = [
    "Rue du 32-Mars", "Rue des Écoles", "Rue du Lavoir", "Rue Neuve", "Rue des Jardiniers",
    "Rue du Commerce", "Rue de la Poste", "Rue du Théâtre", "Rue du Moulin-à-Huile", "Rue des Meuniers",
    "Rue de la Meule", "Rue du Béal", "Rue des Canotiers", "Rue du Gué-Perdu", "Rue de l'Écluse",
    "Rue de la Gare-Absente", "Rue des Cheminots", "Rue du Dépôt", "Rue de l'Octroi", "Rue du Charbon",
    "Rue des Docks", "Rue de la Consigne", "Rue du Buffet", "Rue du Quai-Zéro", "Rue des Platanes",
    "Rue du Mûrier", "Rue des Tilleuls", "Rue de l'Orme", "Rue du Micocoulier", "Rue des Cyprès",
    "Rue du Pin", "Rue du Chêne-Vert", "Rue des Pêcheurs", "Rue de la Barque", "Rue du Filet",
    "Rue de la Nasse", "Rue du Hameçon", "Rue de la Truite", "Rue du Brochet", "Rue de l'Anguille",
    "Rue du Couchant", "Rue de l'Ombre", "Rue du Soir", "Rue de la Brise", "Rue du Mistral",
    "Rue du Vent-Tombé", "Rue des Marronniers", "Rue de l'Érable", "Rue du Frêne", "Rue du Saule",
    "Rue du Peuplier", "Rue de l'Aulne", "Rue du Bouleau", "Rue des Vendanges", "Rue du Pressoir",
    "Rue du Tonneau", "Rue de la Treille", "Rue du Cep", "Rue du Sarment", "Rue de la Grappe",
    "Rue du Muscat", "Rue des Maraîchers", "Rue de la Noria", "Rue du Martelet", "Rue de la Vanne",
    "Rue du Canal-Sec", "Rue des Roseaux", "Rue de la Grenouille", "Rue du Ponton", "Rue de la Digue",
    "Rue du Passeur",
]  # fmt: skip
GRID = [
    "Rue de l'Équateur", "Rue du Méridien", "Rue de la Parallèle", "Rue du Tropique", "Rue de la Boussole",
    "Rue de l'Azimut", "Rue de l'Abscisse", "Rue de l'Ordonnée", "Rue de l'Altitude",
    "Rue de la Projection", "Rue de l'Ellipsoïde", "Rue du Géoïde", "Rue de la Mire", "Rue du Théodolite",
    "Rue de l'Échelle",
]  # fmt: skip
EAST_BANK = [
    "Rue du Levant", "Rue de l'Aurore", "Rue du Matin", "Rue de la Rosée", "Rue de l'Aube", "Rue du Coq",
    "Rue de la Diane", "Rue du Réveil", "Rue du Premier-Train",
]  # fmt: skip
ESTATES = [
    "Rue des Picholines", "Rue des Lucques", "Rue des Salonenques", "Rue de la Tanche",
    "Rue de la Grossane", "Rue des Princesses", "Rue des Mollars", "Rue des Pignons", "Rue des Cigalons",
    "Rue des Criquets", "Rue des Romarins", "Rue des Sauges", "Rue du Thym", "Impasse de l'Estragon",
    "Impasse de la Sarriette", "Impasse du Fenouil", "Impasse du Basilic", "Impasse du Laurier",
    "Impasse de la Marjolaine", "Impasse de la Menthe", "Impasse de l'Hysope", "Impasse de la Mélisse",
    "Impasse du Cerfeuil", "Impasse de la Coriandre", "Impasse du Safran", "Impasse du Carvi",
    "Impasse de l'Anis", "Impasse du Cumin", "Impasse de la Badiane", "Impasse du Câprier",
    "Impasse de la Garance", "Impasse du Pastel", "Impasse du Lin", "Impasse du Chanvre",
    "Impasse de la Vigne", "Impasse du Grenadier", "Impasse du Néflier", "Impasse du Cognassier",
    "Impasse de l'Azerolier", "Impasse du Jujubier", "Impasse du Pistachier", "Impasse du Caroubier",
]  # fmt: skip
