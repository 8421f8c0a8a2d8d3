/**
 * The block in the editor: its settings, and a summary in the place of the finder.
 */
( function ( { blocks, blockEditor, components, element, i18n }, { address, settingsUrl } ) {
	const { createElement: el, Fragment, useEffect, useState } = element;
	const { __, sprintf } = i18n;

	/** What only lists some events: the name of the attribute, its label, and the list of the service that says what there is. */
	const scopes = [
		{ name: 'alliance', label: __( 'Cancer alliances', 'hwbe-finder' ), list: 'alliances' },
		{ name: 'organiser', label: __( 'Organisers', 'hwbe-finder' ), list: 'organisations' },
		{ name: 'tumourGroup', label: __( 'Types of cancer', 'hwbe-finder' ), list: 'tumourGroups' },
		{ name: 'topic', label: __( 'Topics', 'hwbe-finder' ), list: 'topics' },
		{ name: 'borough', label: __( 'Boroughs', 'hwbe-finder' ), list: 'boroughs' },
	];

	const choices = {
		headingLevel: [ '', '3', '4', '5' ].map( ( value ) => ( {
			value,
			/* translators: %s: a number from 2 to 5. */
			label: sprintf( __( 'Level %s', 'hwbe-finder' ), value || '2' ),
		} ) ),
		theme: [
			{ value: '', label: __( 'Those of your page', 'hwbe-finder' ) },
			{ value: 'nhs', label: __( 'Colours of the NHS', 'hwbe-finder' ) },
		],
		mode: [
			{ value: '', label: __( 'Everybody', 'hwbe-finder' ) },
			{ value: 'clinician', label: __( 'Clinical teams, with a shortlist', 'hwbe-finder' ) },
		],
		sync: [
			{ value: '', label: __( 'Not kept', 'hwbe-finder' ) },
			{ value: 'url', label: __( 'Kept in the address of your page', 'hwbe-finder' ) },
		],
	};

	const wordsOf = ( value ) => value.split( /[\s,]+/ ).filter( Boolean );
	const plain = { __nextHasNoMarginBottom: true, __next40pxDefaultSize: true };

	/** All finders of the page ask the service once. */
	let asked;

	async function askService() {
		const answers = await Promise.all(
			[ 'vocabularies', 'organisations' ].map( ( path ) => window.fetch( `${ address }/v1/${ path }`, { credentials: 'omit' } ) )
		);
		const [ vocabularies, organisations ] = await Promise.all( answers.map( ( answer ) => answer.json() ) );
		return { ...vocabularies, ...organisations };
	}

	/** The terms of the service by the name of their list; null while they are awaited, and {} where they could not be had. */
	function useTerms() {
		const [ terms, setTerms ] = useState( address ? null : {} );
		useEffect( () => {
			if ( ! address ) {
				return;
			}
			asked = asked || askService();
			asked.then( setTerms, () => setTerms( {} ) );
		}, [] );
		return terms;
	}

	/** The terms of an attribute that can be chosen: without alliances of the past. */
	const termsOf = ( terms, { list } ) => ( ( terms && terms[ list ] ) || [] ).filter( ( { validTo } ) => ! validTo );

	const labelsOf = ( value, known ) =>
		wordsOf( value ).map( ( slug ) => ( known.find( ( term ) => term.slug === slug ) || { label: slug } ).label );

	function scopeField( scope, terms, { attributes, setAttributes } ) {
		const known = termsOf( terms, scope );
		const slugOf = ( token ) => ( known.find( ( { label } ) => label === token ) || { slug: token.trim().toLowerCase().replace( /\s+/g, '-' ) } ).slug;
		return el( components.FormTokenField, {
			...plain,
			label: scope.label,
			value: labelsOf( attributes[ scope.name ], known ),
			suggestions: known.map( ( { label } ) => label ),
			maxSuggestions: 100,
			onChange: ( tokens ) => setAttributes( { [ scope.name ]: tokens.map( slugOf ).join( ' ' ) } ),
			__experimentalExpandOnFocus: true,
			__experimentalShowHowTo: false,
		} );
	}

	function field( control, name, label, { attributes, setAttributes }, more ) {
		return el( control, {
			...plain,
			label,
			value: attributes[ name ],
			onChange: ( value ) => setAttributes( { [ name ]: value } ),
			...more,
		} );
	}

	const panel = ( title, initialOpen, ...fields ) =>
		el( components.PanelBody, { title, initialOpen }, el( components.Flex, { direction: 'column', gap: 4 }, ...fields ) );

	const select = ( name, label, block, help ) => field( components.SelectControl, name, label, block, { options: choices[ name ], help } );

	function eventsPanel( terms, block ) {
		const isUnknown = address && terms && ! termsOf( terms, scopes[ 0 ] ).length;
		return panel(
			__( 'Which events', 'hwbe-finder' ),
			true,
			el( 'span', null, __( 'An empty field means all of them.', 'hwbe-finder' ) ),
			isUnknown && el( 'span', null, __( 'The service did not tell what there is. You can type the names that its page for developers lists, such as “fatigue”.', 'hwbe-finder' ) ),
			...scopes.map( ( scope ) => scopeField( scope, terms, block ) )
		);
	}

	function lookPanel( block ) {
		return panel(
			__( 'How it looks', 'hwbe-finder' ),
			true,
			select( 'headingLevel', __( 'Level of the finder’s heading', 'hwbe-finder' ), block ),
			field( components.TextControl, 'pageSize', __( 'Events at first', 'hwbe-finder' ), block, { type: 'number', min: 1, max: 100, placeholder: '20' } ),
			select( 'theme', __( 'Colours', 'hwbe-finder' ), block )
		);
	}

	function usePanel( block ) {
		const unpinned = __( 'Not where the settings stay with one version.', 'hwbe-finder' );
		return panel(
			__( 'How people use it', 'hwbe-finder' ),
			false,
			select( 'mode', __( 'Who is it for?', 'hwbe-finder' ), block, unpinned ),
			select( 'sync', __( 'What people search for', 'hwbe-finder' ), block, `${ unpinned } ${ __( 'A search may tell of a person’s health, and addresses stand in the logs of websites.', 'hwbe-finder' ) }` ),
			field( components.TextControl, 'lang', __( 'Language', 'hwbe-finder' ), block, { help: __( 'A language tag, such as “en”. If empty, that of the page.', 'hwbe-finder' ) } ),
			field( components.TextControl, 'feed', __( 'Address of another service', 'hwbe-finder' ), block, { type: 'url', help: __( 'Starts with https://. If empty, that of the settings.', 'hwbe-finder' ) } )
		);
	}

	function summary( terms, attributes ) {
		const lines = scopes
			.filter( ( { name } ) => wordsOf( attributes[ name ] ).length )
			.map( ( scope ) => el( 'p', null, `${ scope.label }: ${ labelsOf( attributes[ scope.name ], termsOf( terms, scope ) ).join( ', ' ) }` ) );
		return lines.length ? el( 'div', null, ...lines ) : el( 'p', null, __( 'Shows all events.', 'hwbe-finder' ) );
	}

	function noService() {
		const ask = __( 'Visitors see nothing yet: the plugin needs the address of a service.', 'hwbe-finder' );
		return el(
			'p',
			null,
			ask,
			' ',
			settingsUrl ? el( components.ExternalLink, { href: settingsUrl }, __( 'Set it', 'hwbe-finder' ) ) : __( 'Ask an administrator.', 'hwbe-finder' )
		);
	}

	function Edit( block ) {
		const terms = useTerms();
		const inspector = el( blockEditor.InspectorControls, null, eventsPanel( terms, block ), lookPanel( block ), usePanel( block ) );
		const preview = el(
			components.Placeholder,
			{ label: __( 'Cancer events finder', 'hwbe-finder' ), instructions: __( 'Visitors see a list of events here, and can search it.', 'hwbe-finder' ) },
			address ? summary( terms, block.attributes ) : noService()
		);
		return el( Fragment, null, inspector, el( 'div', blockEditor.useBlockProps(), preview ) );
	}

	blocks.registerBlockType( 'hwbe/finder', { edit: Edit, save: () => null } );
} )( window.wp, window.hwbeFinder );
