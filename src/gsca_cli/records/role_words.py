"""The words by which the mailbox of a role is told from that of a person.

They are English, Spanish, Portuguese, French and romanised Japanese; none is a name as well.
"""

ROLE_WORDS = frozenset(
    """
    abuse accessibility accueil admin alcaldia alliance ask assessoria atencion
    atendimento ayuda ayuntamiento billing board booking bureau cabinet campus careers center
    centre cidadania cidade cio ciso cities citizen citizens city ciudad ciudadania comite
    committee comms compras conference contact contacto contactus contato council dados data
    datos denwa department desk developers development digital direcao direccion direction
    donnees dpd dpo dx editorial encarregado enquiries enquiry esic evenements eventos events
    feedback finance foundation gabinete gis gobierno gov governance government
    governo hello help helpdesk hisho hola hr ict imprensa info inquiries inquiry international
    it jimukyoku jobs joho jouhou kikaku koho kouhou legal lgpd library licitacao madoguchi
    mailbox mairie marketing media mobilidade mobilite mobility movilidad news newsletter
    noreply observatorio office oficina opendata outreach ouvidoria permits planeacion
    planejamento planning platform policy postmaster prefeitura prensa presidencia press presse
    procurement program programa programme project projects projeto projetos protocolo proyecto
    proyectos public publications recepcion reception records registry relations reply research
    sac seisaku service services servicio servicios servico servicos shicho shiyakusho sic
    smartcities smartcity somu soporte sostenibilidad soumu standards statistics strategy
    suporte support team tech technology tecnologia tic toiawase tourism transport transporte
    urbanism urbanisme urbanismo web webmaster welcome
    """.split()  # noqa: SIM905 (a table, not a list of quotes)
)
"""A mailbox of a role has such a word among its words."""

ROLE_STEMS = tuple(
    """
    administra communicat comunica coordena coordina informa innova inova municip participa partner
    planif privac secretari securit seguranc segurid sustainab sustentab transparen
    """.split()  # noqa: SIM905 (a table, not a list of quotes)
)
"""Or a word that begins like this."""
